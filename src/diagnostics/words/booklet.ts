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
  'clauses-language-missing': {
    severity: 'error',
    en: {
      message: 'no step of the regulation has words in the language «{lang}»',
      hint: 'nothing is translated here: write the words of the act’s other edition under `kk:` or `ru:` of the step’s text',
    },
    ru: {
      message: 'ни у одного шага регламента нет слов на языке «{lang}»',
      hint: 'здесь ничего не переводится: впишите слова второй редакции акта в `kk:` или `ru:` текста шага',
    },
    kk: {
      message: 'регламенттің бірде-бір қадамында «{lang}» тіліндегі сөздер жоқ',
      hint: 'мұнда ештеңе аударылмайды: актінің екінші тілдегі сөздерін қадам мәтінінің `kk:` немесе `ru:` ішіне жазыңыз',
    },
  },
  'clauses-gaps': {
    severity: 'warning',
    en: {
      message: '{missing} of {steps} steps have no words in the language «{lang}»; their places are marked',
      hint: 'write the words of the act’s other edition under `kk:` or `ru:` of the step’s text',
    },
    ru: {
      message: 'нет слов на языке «{lang}» у шагов: {missing} из {steps}; их места отмечены',
      hint: 'впишите слова второй редакции акта в `kk:` или `ru:` текста шага',
    },
    kk: {
      message: '{steps} қадамның {missing}-інде «{lang}» тіліндегі сөздер жоқ; олардың орны белгіленген',
      hint: 'актінің екінші тілдегі сөздерін қадам мәтінінің `kk:` немесе `ru:` ішіне жазыңыз',
    },
  },
});
