import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Prints the documents of cases as PDF: one file per document, and manifest.json with the hash of each.',
    ru: 'Печатает документы дел в PDF: по файлу на документ и manifest.json с хешем каждого.',
    kk: 'Істердің құжаттарын PDF түрінде басып шығарады: әр құжатқа бір файл және әрқайсысының хеші бар manifest.json.',
  },
  case: {
    en: 'case files (YAML, JSON), or folders of them',
    ru: 'файлы дел (YAML, JSON) или папки с ними',
    kk: 'іс файлдары (YAML, JSON) немесе олардың бумалары',
  },
  out: { en: 'folder for the documents', ru: 'папка для документов', kk: 'құжаттарға арналған бума' },
  kind: {
    en: 'only documents of these kinds, separated by commas',
    ru: 'только документы этих видов, через запятую',
    kk: 'тек осы түрдегі құжаттар, үтір арқылы',
  },
  specimen: {
    en: 'print «ҮЛГІ / ОБРАЗЕЦ» across every page',
    ru: 'напечатать «ҮЛГІ / ОБРАЗЕЦ» через каждую страницу',
    kk: 'әр бетке «ҮЛГІ / ОБРАЗЕЦ» деп басу',
  },
  strict: {
    en: 'print nothing that rests on practice, on law that was not checked, or on unreviewed wording of ours',
    ru: 'не печатать того, что держится на практике, на несверенном законе или на наших непроверенных словах',
    kk: 'тәжірибеге, салыстырылмаған заңға немесе біздің тексерілмеген сөздерімізге сүйенген ештеңені баспау',
  },
  jobs: {
    en: 'number of processes that print; pays from some hundred cases on',
    ru: 'число печатающих процессов; окупается, начиная с нескольких сотен дел',
    kk: 'басып шығаратын процестер саны; бірнеше жүз істен бастап тиімді',
  },
  done: {
    en: '{documents} documents of {cases} cases in {out}; {failed} with errors',
    ru: 'документов {documents}, дел {cases}, папка {out}; с ошибками: {failed}',
    kk: 'құжат {documents}, іс {cases}, бума {out}; қателері бар: {failed}',
  },
  verifyDescription: {
    en: 'Says whether the data inside a printed document, its hash, its QR code and its pages agree.',
    ru: 'Сообщает, согласуются ли данные внутри напечатанного документа, его хеш, QR-код и страницы.',
    kk: 'Басылған құжаттың ішіндегі деректер, оның хеші, QR-коды және беттері сәйкес келетінін хабарлайды.',
  },
  file: {
    en: 'PDF files that «render» made',
    ru: 'файлы PDF, сделанные командой «render»',
    kk: '«render» жасаған PDF файлдары',
  },
  genuine: {
    en: '{file}: № {number}, {kind}, agrees',
    ru: '{file}: № {number}, {kind}, согласуется',
    kk: '{file}: № {number}, {kind}, сәйкес',
  },
} satisfies Record<string, Said>;
