import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Prints the documents of cases as PDF: one file per document, and manifest.json with the hash of each.',
    ru: 'Печатает документы дел в PDF: по файлу на документ и manifest.json с хешем каждого.',
    kk: 'Істердің құжаттарын PDF түрінде басып шығарады: әр құжатқа бір файл және әрқайсысының хеші бар manifest.json.',
  },
  case: {
    en: 'case files (YAML, JSON, NDJSON), tables with a row per case (XLSX, CSV), or folders of them with all that lies in them',
    ru: 'файлы дел (YAML, JSON, NDJSON), таблицы со строкой на дело (XLSX, CSV) или папки с ними и со всем, что в них лежит',
    kk: 'іс файлдары (YAML, JSON, NDJSON), әр іске бір жолы бар кестелер (XLSX, CSV) немесе ішіндегі барлығымен қоса олардың бумалары',
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
    en: 'number of threads that print; pays from some hundred cases on',
    ru: 'число печатающих потоков; окупается, начиная с нескольких сотен дел',
    kk: 'басып шығаратын ағындар саны; бірнеше жүз істен бастап тиімді',
  },
  map: {
    en: 'your own names for the columns and sheets of tables (docs/bulk.md)',
    ru: 'ваши названия столбцов и листов таблиц (docs/bulk.md)',
    kk: 'кесте бағандары мен парақтарының өз атауларыңыз (docs/bulk.md)',
  },
  check: {
    en: 'say which documents would be made and why, and write nothing',
    ru: 'сообщить, какие документы были бы сделаны и почему, и ничего не записывать',
    kk: 'қандай құжаттар және неліктен жасалатынын хабарлау, ештеңе жазбау',
  },
  merge: {
    en: 'also one file for the printer with all documents in the order of the input and bookmarks; with more than 1,000 documents several, numbered files',
    ru: 'ещё и один файл для печати: все документы в порядке ввода, с закладками; если документов больше 1000 — несколько файлов с номерами',
    kk: 'басып шығаруға арналған бір файл да: барлық құжаттар енгізу ретімен, бетбелгілерімен; құжат 1000-нан көп болса — нөмірленген бірнеше файл',
  },
  duplex: {
    en: 'with --merge: for printing on both sides, every document begins on a front side',
    ru: 'вместе с --merge: для двусторонней печати, каждый документ начинается с лицевой стороны',
    kk: '--merge кілтімен бірге: екі жақты басып шығару үшін әр құжат парақтың бет жағынан басталады',
  },
  separators: {
    en: 'with --merge: before the documents of each case a sheet with its number, applicant and documents',
    ru: 'вместе с --merge: перед документами каждого дела лист с его номером, заявителем и перечнем документов',
    kk: '--merge кілтімен бірге: әр істің құжаттары алдында оның нөмірі, өтініш берушісі және құжаттар тізбесі бар парақ',
  },
  part: {
    en: '{file}: for the printer, {documents} documents, {pages} pages',
    ru: '{file}: для печати, документов {documents}, страниц {pages}',
    kk: '{file}: басып шығаруға, құжат {documents}, бет {pages}',
  },
  printing: {
    en: 'for the printer: {count} documents, {percent} %, {left} left',
    ru: 'для печати: документов {count}, {percent} %, осталось {left}',
    kk: 'басып шығаруға: құжат {count}, {percent} %, қалды {left}',
  },
  printed: {
    en: 'the file for the printer',
    ru: 'файл для печати',
    kk: 'басып шығару файлы',
  },
  done: {
    en: '{documents} documents of {cases} cases in {out}; {failed} with errors',
    ru: 'документов {documents}, дел {cases}, папка {out}; с ошибками: {failed}',
    kk: 'құжат {documents}, іс {cases}, бума {out}; қателері бар: {failed}',
  },
  kept: {
    en: 'made now: {made}; standing unchanged from before: {kept}',
    ru: 'сделано сейчас: {made}; без изменений осталось с прошлого раза: {kept}',
    kk: 'қазір жасалды: {made}; бұрынғыдан өзгеріссіз қалды: {kept}',
  },
  wouldMake: {
    en: 'would make {made} documents of {cases} cases in {out}; {kept} stand unchanged; {failed} cases with errors',
    ru: 'было бы сделано документов: {made} (дел {cases}), папка {out}; без изменений {kept}; дел с ошибками: {failed}',
    kk: 'жасалар еді: құжат {made} (іс {cases}), бума {out}; өзгеріссіз {kept}; қателері бар істер: {failed}',
  },
  reason: { en: '{file}: {reason}', ru: '{file}: {reason}', kk: '{file}: {reason}' },
  new: { en: 'new', ru: 'новый', kk: 'жаңа' },
  missing: { en: 'is missing', ru: 'отсутствует', kk: 'жоқ' },
  altered: { en: 'was altered by hand', ru: 'изменён вручную', kk: 'қолмен өзгертілген' },
  template: {
    en: 'its template or the program changed',
    ru: 'изменился шаблон или программа',
    kk: 'үлгісі немесе бағдарлама өзгерген',
  },
  unsigned: { en: 'is not signed yet', ru: 'ещё не подписан', kk: 'әлі қол қойылмаған' },
  signer: {
    en: 'is signed by another, or otherwise',
    ru: 'подписан другим лицом или иначе',
    kk: 'басқа тұлға немесе басқаша қол қойған',
  },
  data: {
    en: 'its case, regulation or law changed',
    ru: 'изменилось дело, регламент или закон',
    kk: 'ісі, регламенті немесе заңы өзгерген',
  },
} satisfies Record<string, Said>;
