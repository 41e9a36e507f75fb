import { entries } from './entry.ts';

/** What was read from the text of an act, what is uncertain, what seems lost. */
export const importWords = entries({
  'text-binary': {
    severity: 'error',
    en: {
      message: '{file} is not a text',
      hint: 'give plain text or HTML; a PDF or a Word file must be converted first',
    },
    ru: { message: '{file} — не текст', hint: 'нужен простой текст или HTML; PDF и Word сначала переведите в текст' },
    kk: {
      message: '{file} мәтін емес',
      hint: 'жай мәтін немесе HTML керек; PDF пен Word файлын алдымен мәтінге айналдырыңыз',
    },
  },
  'text-empty': {
    severity: 'error',
    en: { message: '{file} is empty' },
    ru: { message: '{file} пуст' },
    kk: { message: '{file} бос' },
  },
  'import-nothing': {
    severity: 'error',
    en: {
      message: '{file}: neither an act nor a regulation of a state service was recognised',
      hint: 'the import reads orders and resolutions that approve regulations of state services; nothing was written',
    },
    ru: {
      message: '{file}: не распознан ни акт, ни регламент государственной услуги',
      hint: 'читаются приказы и постановления, утверждающие регламенты государственных услуг; ничего не записано',
    },
    kk: {
      message: '{file}: акт те, мемлекеттік қызмет регламенті де танылмады',
      hint: 'мемлекеттік қызмет регламенттерін бекітетін бұйрықтар мен қаулылар оқылады; ештеңе жазылған жоқ',
    },
  },
  'import-no-regulation': {
    severity: 'warning',
    en: {
      message: 'the act holds no regulation of a service; only the act itself was read',
      hint: 'if regulations were expected, look at the lines that found no place',
    },
    ru: {
      message: 'регламентов услуг в тексте нет; прочитан только сам акт',
      hint: 'если регламенты должны быть, посмотрите строки, не нашедшие места',
    },
    kk: {
      message: 'мәтінде қызмет регламенті жоқ; тек актінің өзі оқылды',
      hint: 'регламенттер болуы тиіс болса, орын таппаған жолдарды қараңыз',
    },
  },
  'import-read': {
    severity: 'info',
    en: {
      message:
        '{service}: {clauses} clauses, {steps} steps, {conditions} conditions, {terms} terms, {cells} table cells, {appendices} appendices',
    },
    ru: {
      message:
        '{service}: пунктов {clauses}, шагов {steps}, условий {conditions}, сроков {terms}, ячеек таблиц {cells}, приложений {appendices}',
    },
    kk: {
      message:
        '{service}: тармақ {clauses}, қадам {steps}, шарт {conditions}, мерзім {terms}, кесте ұяшығы {cells}, қосымша {appendices}',
    },
  },
  'import-uncertain': {
    severity: 'info',
    en: { message: '{what}: {why}', hint: 'marked `inferred`; compare with the text and correct or keep it' },
    ru: { message: '{what}: {why}', hint: 'помечено `inferred`; сверьте с текстом, исправьте или оставьте' },
    kk: {
      message: '{what}: {why}',
      hint: '`inferred` деп белгіленді; мәтінмен салыстырып, түзетіңіз немесе қалдырыңыз',
    },
  },
  'import-lost': {
    severity: 'warning',
    en: { message: '{what}: {why}', hint: 'marked `lost` or `unreadable`; look it up in the printed act' },
    ru: { message: '{what}: {why}', hint: 'помечено `lost` или `unreadable`; найдите это место в печатном акте' },
    kk: { message: '{what}: {why}', hint: '`lost` немесе `unreadable` деп белгіленді; баспа актісінен қараңыз' },
  },
  'import-repaired': {
    severity: 'info',
    en: { message: '{what}: {why}', hint: 'marked `repaired`; the words as they came are in source.txt' },
    ru: { message: '{what}: {why}', hint: 'помечено `repaired`; исходные слова — в source.txt' },
    kk: { message: '{what}: {why}', hint: '`repaired` деп белгіленді; бастапқы сөздер source.txt ішінде' },
  },
  'import-leftover': {
    severity: 'warning',
    en: {
      message: 'lines {from}–{to} found no place: {text}',
      hint: 'nothing of them is in the files; enter by hand what belongs there',
    },
    ru: { message: 'строки {from}–{to} не нашли места: {text}', hint: 'в файлах их нет; внесите нужное вручную' },
    kk: { message: '{from}–{to} жолдар орын таппады: {text}', hint: 'файлдарда олар жоқ; керегін қолмен енгізіңіз' },
  },
  'import-share': {
    severity: 'info',
    en: { message: '{share} % of the text found no place ({lost} of {whole} characters)' },
    ru: { message: '{share} % текста не нашли места ({lost} из {whole} знаков)' },
    kk: { message: 'мәтіннің {share} %-ы орын таппады ({whole} таңбаның {lost})' },
  },
  'import-encodings': {
    severity: 'info',
    en: { message: '{lines} lines are in another encoding than the rest; each line was read in its own' },
    ru: { message: 'строк в другой кодировке: {lines}; каждая прочитана в своей' },
    kk: { message: 'басқа кодтаудағы жол саны: {lines}; әрқайсысы өз кодтауымен оқылды' },
  },
  'import-exists': {
    severity: 'error',
    en: {
      message: '{file} is there already; nothing was written',
      hint: 'name another folder with --out, or overwrite with --force',
    },
    ru: {
      message: '{file} уже есть; ничего не записано',
      hint: 'укажите другую папку через --out или перезапишите с --force',
    },
    kk: {
      message: '{file} бұрыннан бар; ештеңе жазылған жоқ',
      hint: '--out арқылы басқа буманы көрсетіңіз немесе --force арқылы үстінен жазыңыз',
    },
  },
});
