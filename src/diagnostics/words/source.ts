import { entries } from './entry.ts';

export const source = entries({
  'file-missing': {
    severity: 'error',
    en: { message: 'there is no file {file}', hint: 'check the path; it is taken from the current folder' },
    ru: { message: 'нет файла {file}', hint: 'проверьте путь: он отсчитывается от текущей папки' },
    kk: { message: '{file} файлы жоқ', hint: 'жолды тексеріңіз: ол ағымдағы бумадан есептеледі' },
  },
  'file-unreadable': {
    severity: 'error',
    en: { message: '{file} cannot be read: {reason}', hint: 'check the rights to the file' },
    ru: { message: '{file} не читается: {reason}', hint: 'проверьте права на файл' },
    kk: { message: '{file} оқылмайды: {reason}', hint: 'файлға құқықтарды тексеріңіз' },
  },
  'file-unwritable': {
    severity: 'error',
    en: {
      message: '{file} cannot be written: {reason}',
      hint: 'check the rights to the folder and the free space, or name another folder with --out',
    },
    ru: {
      message: '{file} не записывается: {reason}',
      hint: 'проверьте права на папку и свободное место или укажите другую папку через --out',
    },
    kk: {
      message: '{file} жазылмайды: {reason}',
      hint: 'бума құқықтарын және бос орынды тексеріңіз немесе --out арқылы басқа буманы көрсетіңіз',
    },
  },
  'not-utf8': {
    severity: 'error',
    en: { message: '{file} is not UTF-8 text', hint: 'save the file in the encoding UTF-8' },
    ru: { message: '{file} не является текстом в UTF-8', hint: 'сохраните файл в кодировке UTF-8' },
    kk: { message: '{file} UTF-8 мәтіні емес', hint: 'файлды UTF-8 кодтауында сақтаңыз' },
  },
  'yaml-syntax': {
    severity: 'error',
    en: {
      message: 'the YAML is broken: {reason}',
      hint: 'look at the indentation, the quotes and the colons of this line',
    },
    ru: { message: 'нарушена запись YAML: {reason}', hint: 'посмотрите на отступы, кавычки и двоеточия в этой строке' },
    kk: {
      message: 'YAML жазбасы бұзылған: {reason}',
      hint: 'осы жолдағы шегіністерді, тырнақшаларды және қос нүктелерді қараңыз',
    },
  },
  'json-syntax': {
    severity: 'error',
    en: {
      message: 'the JSON is broken: {reason}',
      hint: 'look at the commas, the quotes and the brackets of this line',
    },
    ru: { message: 'нарушена запись JSON: {reason}', hint: 'посмотрите на запятые, кавычки и скобки в этой строке' },
    kk: {
      message: 'JSON жазбасы бұзылған: {reason}',
      hint: 'осы жолдағы үтірлерді, тырнақшаларды және жақшаларды қараңыз',
    },
  },
  'format-unknown': {
    severity: 'error',
    en: { message: '{file} is of no kind that can be read here', hint: 'give one of: {kinds}' },
    ru: { message: '{file}: файл такого вида здесь не читается', hint: 'подходят: {kinds}' },
    kk: { message: '{file}: мұндай файл мұнда оқылмайды', hint: 'мыналар жарайды: {kinds}' },
  },
  'nesting-deep': {
    severity: 'error',
    en: {
      message: 'the data nest deeper than {levels} levels, or an alias holds itself',
      hint: 'look for a bracket that is never closed and for an alias (*name) inside its own anchor (&name)',
    },
    ru: {
      message: 'вложенность данных больше {levels} уровней, или псевдоним содержит сам себя',
      hint: 'поищите незакрытую скобку и псевдоним (*имя) внутри его же якоря (&имя)',
    },
    kk: {
      message: 'деректердің кірістіру деңгейі {levels} деңгейден асады немесе бүркеншік ат өзін-өзі қамтиды',
      hint: 'жабылмаған жақшаны және өз зәкірінің (&аты) ішіндегі бүркеншік атты (*аты) іздеңіз',
    },
  },
  'cases-none': {
    severity: 'error',
    en: { message: '{file} holds no case', hint: 'a case is a file of the kinds {kinds}; name it or its folder' },
    ru: { message: 'в {file} нет ни одного дела', hint: 'дело — файл вида {kinds}; укажите его или его папку' },
    kk: {
      message: '{file} ішінде бірде-бір іс жоқ',
      hint: 'іс — {kinds} түріндегі файл; оны немесе бумасын көрсетіңіз',
    },
  },
  'output-is-input': {
    severity: 'error',
    en: { message: '{file} is read here and would be written over', hint: 'name another file with {option}' },
    ru: { message: '{file} читается здесь и был бы перезаписан', hint: 'укажите другой файл через {option}' },
    kk: {
      message: '{file} осында оқылады және үстінен жазылып кетер еді',
      hint: '{option} арқылы басқа файлды көрсетіңіз',
    },
  },
});
