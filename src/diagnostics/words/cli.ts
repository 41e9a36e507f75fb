import { entries } from './entry.ts';

export const cli = entries({
  'root-missing': {
    severity: 'error',
    en: { message: '{root} holds no folder «regulations»', hint: 'give --root a folder that has one' },
    ru: { message: 'в {root} нет папки «regulations»', hint: 'укажите в --root папку, где она есть' },
    kk: { message: '{root} ішінде «regulations» бумасы жоқ', hint: '--root үшін сол бума бар жерді көрсетіңіз' },
  },
  'option-alone': {
    severity: 'error',
    en: { message: '{option} is used together with {other}' },
    ru: { message: '{option} употребляется вместе с {other}' },
    kk: { message: '{option} кілті {other} кілтімен бірге қолданылады' },
  },
});
