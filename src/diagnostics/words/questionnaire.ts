import { entries } from './entry.ts';

export const questionnaire = entries({
  'questionnaire-absent': {
    severity: 'error',
    en: { message: 'the regulation {name} has no questionnaire', hint: 'those that have one: {known}' },
    ru: { message: 'в регламенте {name} нет анкеты', hint: 'анкета есть у: {known}' },
    kk: { message: '{name} регламентінде сауалнама жоқ', hint: 'сауалнамасы барлар: {known}' },
  },
  'questionnaire-words-missing': {
    severity: 'error',
    en: {
      message: 'the form of {name} has no words in this language: {language}',
      hint: 'no act here tells its questionnaire in that language; choose the other one',
    },
    ru: {
      message: 'для анкеты {name} нет слов на этом языке: {language}',
      hint: 'ни один акт здесь не приводит анкету на этом языке; выберите другой',
    },
    kk: {
      message: '{name} сауалнамасының бұл тілдегі мәтіні жоқ: {language}',
      hint: 'мұндағы бірде-бір акт сауалнаманы бұл тілде келтірмейді; басқасын таңдаңыз',
    },
  },
  'questionnaire-borrowed': {
    severity: 'info',
    en: { message: 'the {language} words of the form come from another act: {act}', hint: 'the form says so itself' },
    ru: { message: 'слова анкеты ({language}) взяты из другого акта: {act}', hint: 'это напечатано и на самой анкете' },
    kk: {
      message: 'сауалнаманың сөздері ({language}) басқа актіден алынды: {act}',
      hint: 'бұл сауалнаманың өзінде де жазылған',
    },
  },
  'questionnaire-title-missing': {
    severity: 'warning',
    en: {
      message: 'the service has no name in this language: {language}; it is printed in the language of its act',
      hint: 'add the official name to title, with origin and cite',
    },
    ru: {
      message: 'у услуги нет названия на этом языке: {language}; напечатано на языке акта',
      hint: 'добавьте официальное название в title, с origin и cite',
    },
    kk: {
      message: 'қызметтің бұл тілдегі атауы жоқ: {language}; акт тілінде басылды',
      hint: 'ресми атауын title өрісіне origin және cite көрсетіп қосыңыз',
    },
  },
  'questionnaire-corrected': {
    severity: 'info',
    en: {
      message: 'the act has «{act}», the form prints «{print}»',
      hint: 'templates/questionnaire/texts.yaml, corrections',
    },
    ru: {
      message: 'в акте «{act}», на анкете напечатано «{print}»',
      hint: 'templates/questionnaire/texts.yaml, corrections',
    },
    kk: {
      message: 'актіде «{act}», сауалнамада «{print}» басылды',
      hint: 'templates/questionnaire/texts.yaml, corrections',
    },
  },
  'questionnaire-too-long': {
    severity: 'error',
    en: {
      message: 'the form of {name} does not fit its sheet even in small type',
      hint: 'print it with --per-page 1, or in one language',
    },
    ru: {
      message: 'анкета {name} не помещается на листе даже мелким шрифтом',
      hint: 'напечатайте с --per-page 1 или на одном языке',
    },
    kk: {
      message: '{name} сауалнамасы ұсақ қаріппен де параққа сыймайды',
      hint: '--per-page 1 арқылы немесе бір тілде басыңыз',
    },
  },
});
