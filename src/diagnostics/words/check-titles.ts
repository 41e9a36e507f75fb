import { entries } from './entry.ts';

/** Findings about names, references and dates. */
export const checkTitles = entries({
  'title-differs': {
    severity: 'warning',
    en: { message: 'the service is called «{found}» here, «{title}» in its heading', hint: 'use one title' },
    ru: { message: 'услуга названа здесь «{found}», а в заголовке «{title}»', hint: 'назовите услугу одинаково' },
    kk: {
      message: 'қызмет мұнда «{found}» деп, ал тақырыпта «{title}» деп аталған',
      hint: 'қызметті бірдей атаңыз',
    },
  },
  'foreign-service': {
    severity: 'warning',
    en: {
      message: '{place} names another service of the act, or what only it gives: «{title}»',
      hint: 'it was probably copied; put this service’s title',
    },
    ru: {
      message: '{place}: названа другая услуга акта или то, что даёт только она, — «{title}»',
      hint: 'вероятно, скопировано; поставьте название этой услуги',
    },
    kk: {
      message: '{place}: актінің басқа қызметі немесе тек сол беретін нәтиже аталған — «{title}»',
      hint: 'көшірілген болуы мүмкін; осы қызметтің атауын қойыңыз',
    },
  },
  'appendix-missing': {
    severity: 'warning',
    en: {
      message: 'clause {clause} refers to appendix {number}, and there is none',
      hint: 'add the appendix or correct the number',
    },
    ru: {
      message: 'пункт {clause} отсылает к приложению {number}, а его нет',
      hint: 'добавьте приложение или исправьте номер',
    },
    kk: {
      message: '{clause}-тармақ {number}-қосымшаға сілтейді, ал ол жоқ',
      hint: 'қосымшаны қосыңыз немесе нөмірін түзетіңіз',
    },
  },
  'appendix-unreferred': {
    severity: 'info',
    en: { message: 'no clause refers to appendix {number}', hint: 'refer to it, or remove it' },
    ru: { message: 'ни один пункт не отсылает к приложению {number}', hint: 'сошлитесь на него или уберите' },
    kk: { message: 'бірде-бір тармақ {number}-қосымшаға сілтемейді', hint: 'оған сілтеңіз немесе алып тастаңыз' },
  },
  'appendix-misnumbered': {
    severity: 'warning',
    en: { message: 'appendix {number} comes after appendix {before}', hint: 'number the appendices in order' },
    ru: { message: 'приложение {number} идёт после приложения {before}', hint: 'пронумеруйте приложения по порядку' },
    kk: { message: '{number}-қосымша {before}-қосымшадан кейін келеді', hint: 'қосымшаларды ретімен нөмірлеңіз' },
  },
  'appendix-unnumbered': {
    severity: 'warning',
    en: { message: 'an appendix has no number: «{title}»', hint: 'number it' },
    ru: { message: 'у приложения нет номера: «{title}»', hint: 'пронумеруйте его' },
    kk: { message: 'қосымшаның нөмірі жоқ: «{title}»', hint: 'нөмірлеңіз' },
  },
  'appendix-called-otherwise': {
    severity: 'info',
    en: {
      message: 'clause {clause} calls appendix {number} «{announced}», the appendix is titled «{title}»',
      hint: 'use one name',
    },
    ru: {
      message: 'пункт {clause} называет приложение {number} «{announced}», а озаглавлено оно «{title}»',
      hint: 'назовите одинаково',
    },
    kk: {
      message: '{clause}-тармақ {number}-қосымшаны «{announced}» деп атайды, ал оның тақырыбы «{title}»',
      hint: 'бірдей атаңыз',
    },
  },
  'abbreviation-undefined': {
    severity: 'info',
    en: { message: '«{short}» is used and never explained{near}', hint: 'explain it where it first stands' },
    ru: {
      message: '«{short}» употребляется, но нигде не раскрыто{near}',
      hint: 'раскройте его при первом употреблении',
    },
    kk: {
      message: '«{short}» қолданылады, бірақ еш жерде ашылмаған{near}',
      hint: 'алғаш қолданылған жерде ашып жазыңыз',
    },
  },
  'abbreviation-doubled': {
    severity: 'info',
    en: { message: '«{short}» is introduced {count} times', hint: 'explain it once, where it first stands' },
    ru: { message: '«{short}» вводится {count} раза', hint: 'раскройте его один раз, при первом употреблении' },
    kk: { message: '«{short}» {count} рет енгізілген', hint: 'бір рет, алғаш қолданылғанда ашыңыз' },
  },
  'service-without-regulation': {
    severity: 'warning',
    en: {
      message: 'item {n} of the list has no regulation in this act: «{title}»',
      hint: 'add the regulation or remove the item',
    },
    ru: {
      message: 'для пункта {n} перечня в акте нет регламента: «{title}»',
      hint: 'добавьте регламент или уберите пункт',
    },
    kk: {
      message: 'тізбенің {n}-тармағына актіде регламент жоқ: «{title}»',
      hint: 'регламентті қосыңыз немесе тармақты алып тастаңыз',
    },
  },
  'date-order': {
    severity: 'warning',
    en: { message: '{later} ({laterDate}) should not come after {earlier} ({earlierDate})', hint: 'check both dates' },
    ru: {
      message: '{later} ({laterDate}) не может быть позже, чем {earlier} ({earlierDate})',
      hint: 'проверьте обе даты',
    },
    kk: {
      message: '{later} ({laterDate}) {earlier} ({earlierDate}) күнінен кеш бола алмайды',
      hint: 'екі күнді де тексеріңіз',
    },
  },
  'alphabet-mixed': {
    severity: 'warning',
    en: { message: '{place}: «{word}» mixes Latin and Cyrillic letters', hint: 'retype the word in one alphabet' },
    ru: { message: '{place}: «{word}» смешивает латинские и русские буквы', hint: 'наберите слово одним алфавитом' },
    kk: { message: '{place}: «{word}» латын және кирилл әріптерін араластырады', hint: 'сөзді бір әліпбимен теріңіз' },
  },
  'quotes-unbalanced': {
    severity: 'info',
    en: { message: '{place}: a quotation is opened and not closed, or the reverse: «{text}»', hint: 'pair the quotes' },
    ru: { message: '{place}: кавычка открыта и не закрыта, или наоборот: «{text}»', hint: 'расставьте кавычки парами' },
    kk: { message: '{place}: тырнақша ашылып жабылмаған немесе керісінше: «{text}»', hint: 'тырнақшаларды жұптаңыз' },
  },
  spacing: {
    severity: 'info',
    en: { message: '{place}: spaces stand where they should not: «{text}»', hint: '`reglament check --fix` mends it' },
    ru: { message: '{place}: лишние пробелы: «{text}»', hint: 'исправит `reglament check --fix`' },
    kk: { message: '{place}: артық бос орындар: «{text}»', hint: '`reglament check --fix` түзетеді' },
  },
  'wording-ours': {
    severity: 'info',
    en: {
      message: 'some wordings of this file are ours and not reviewed (origin: ours)',
      hint: 'have them reviewed, or take them from an act',
    },
    ru: {
      message: 'в файле есть наши формулировки, которые никто не проверил (origin: ours)',
      hint: 'проверьте их или возьмите из акта',
    },
    kk: {
      message: 'файлда ешкім тексермеген өз тұжырымдарымыз бар (origin: ours)',
      hint: 'оларды тексеріңіз немесе актіден алыңыз',
    },
  },
  'acknowledgement-unused': {
    severity: 'warning',
    en: {
      message: 'the finding {rule} at {at} is acknowledged, but there is no such finding any more',
      hint: 'remove the mark',
    },
    ru: { message: 'находка {rule} в {at} принята, но её больше нет', hint: 'уберите пометку' },
    kk: { message: '{at} ішіндегі {rule} табылымы қабылданған, бірақ ол енді жоқ', hint: 'белгіні алып тастаңыз' },
  },
});
