import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Turns answered questionnaires into an Excel workbook for management; records that cannot be used are listed beside it.',
    ru: 'Превращает ответы на анкеты в книгу Excel для руководства; негодные записи перечисляет в файле рядом с ней.',
    kk: 'Сауалнама жауаптарын басшылыққа арналған Excel кітабына айналдырады; жарамсыз жазбалар оның жанындағы файлда тізіледі.',
  },
  responses: {
    en: 'CSV, XLSX, JSON or NDJSON files (also .gz), Parquet where DuckDB is installed, or folders of them',
    ru: 'файлы CSV, XLSX, JSON, NDJSON (можно .gz), Parquet (где установлен DuckDB) или папки с ними',
    kk: 'CSV, XLSX, JSON, NDJSON файлдары (.gz болуы мүмкін), Parquet (DuckDB орнатылған жерде) немесе олардың бумалары',
  },
  out: { en: 'the workbook to write', ru: 'куда записать книгу', kk: 'кітап жазылатын файл' },
  format: {
    en: 'xlsx, html (one page for a phone, beside the workbook), or both',
    ru: 'xlsx, html (одна страница для телефона, рядом с книгой) или оба',
    kk: 'xlsx, html (телефонға арналған бір бет, кітаптың жанында) немесе екеуі де',
  },
  lang: { en: 'language of the workbook', ru: 'язык книги', kk: 'кітап тілі' },
  edition: {
    en: 'internal: with formulas, answers and comments; public: values only, small groups hidden',
    ru: 'internal — с формулами, ответами и комментариями; public — только значения, малые группы скрыты',
    kk: 'internal — формулалармен, жауаптармен, пікірлермен; public — тек мәндер, шағын топтар жасырылған',
  },
  from: { en: 'first day of the period', ru: 'первый день периода', kk: 'кезеңнің бірінші күні' },
  to: { en: 'last day of the period', ru: 'последний день периода', kk: 'кезеңнің соңғы күні' },
  previous: {
    en: 'responses of the previous period (default: the same length before --from, out of the same files)',
    ru: 'ответы предыдущего периода (по умолчанию — той же длины перед --from из тех же файлов)',
    kk: 'алдыңғы кезеңнің жауаптары (әдепкіде — сол файлдардан --from алдындағы сондай ұзақтық)',
  },
  targets: {
    en: 'CSV or XLSX service;indicator;norm;goal in per cent, indicator 2.1 or 3.1, * for all services',
    ru: 'CSV или XLSX service;indicator;norm;goal в процентах, indicator 2.1 или 3.1, * — все услуги',
    kk: 'CSV не XLSX service;indicator;norm;goal пайызбен, indicator 2.1 немесе 3.1, * — барлық қызмет',
  },
  volumes: {
    en: 'CSV or XLSX service;rendered: services rendered in the period, for the response rate',
    ru: 'CSV или XLSX service;rendered: сколько услуг оказано за период, для доли ответивших',
    kk: 'CSV не XLSX service;rendered: кезеңде көрсетілген қызметтер саны, жауап бергендер үлесі үшін',
  },
  ownIds: {
    en: 'each file numbers its answers anew: an id is compared within its file only',
    ru: 'каждый файл нумерует ответы заново: номера сравниваются только внутри файла',
    kk: 'әр файл жауаптарды қайта нөмірлейді: нөмірлер тек файл ішінде салыстырылады',
  },
  engine: {
    en: 'what reads the answers: own; duckdb (where it is installed; for CSV of some millions of answers, the same report); auto = own',
    ru: 'чем читать ответы: own — сами; duckdb — им, где он установлен (для CSV в несколько миллионов ответов, отчёт тот же); auto = own',
    kk: 'жауаптарды не оқиды: own — өзіміз; duckdb — орнатылған жерде сол (бірнеше миллион жауабы бар CSV үшін, есеп сол күйінде); auto = own',
  },
  done: {
    en: '{out}: read {read} = accepted {accepted} + rejected {rejected}',
    ru: '{out}: прочитано {read} = принято {accepted} + отклонено {rejected}',
    kk: '{out}: оқылды {read} = қабылданды {accepted} + қабылданбады {rejected}',
  },
  list: {
    en: 'rejected records with their reasons: {file}',
    ru: 'отклонённые записи с причинами: {file}',
    kk: 'қабылданбаған жазбалар себептерімен: {file}',
  },
} satisfies Record<string, Said>;
