import { entries } from './entry.ts';

export const booklet = entries({
  'booklet-empty': {
    severity: 'error',
    en: { message: 'the regulation has no appendices', hint: 'list them under `appendices`' },
    ru: { message: 'в регламенте нет приложений', hint: 'перечислите их в `appendices`' },
    kk: { message: 'регламентте қосымшалар жоқ', hint: 'оларды `appendices` ішінде тізіңіз' },
  },
  'booklet-mistake-kept': {
    severity: 'info',
    en: {
      message: "printed as the act has it, with the drafters' mistake: {why}",
      hint: 'the regulation holds no other wording of this place',
    },
    ru: {
      message: 'напечатано как в акте, с ошибкой составителя: {why}',
      hint: 'других слов для этого места в регламенте нет',
    },
    kk: {
      message: 'актідегідей, құрастырушының қатесімен басылды: {why}',
      hint: 'регламентте бұл орынға басқа сөз жоқ',
    },
  },
});
