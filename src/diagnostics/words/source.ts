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
});
