import { entries } from './entry.ts';

export const survey = entries({
  'survey-other': {
    severity: 'error',
    en: {
      message:
        'no service, date and answer were found under the headings {found}: this table is of another survey, or its delimiter is a strange one',
      hint: 'name the columns as in docs/survey.md, or add a profile to templates/report/vocabulary.yaml',
    },
    ru: {
      message:
        'под заголовками {found} не найдены услуга, дата и ответ: это таблица другого опроса или её разделитель необычен',
      hint: 'назовите столбцы, как в docs/survey.md, или добавьте профиль в templates/report/vocabulary.yaml',
    },
    kk: {
      message:
        '{found} тақырыптарынан қызмет, күн және жауап табылмады: бұл басқа сауалнаманың кестесі немесе бөлгіші әдеттен тыс',
      hint: 'бағандарды docs/survey.md бойынша атаңыз немесе templates/report/vocabulary.yaml файлына профиль қосыңыз',
    },
  },
  'heading-doubled': {
    severity: 'error',
    en: { message: 'the heading «{heading}» stands over two columns', hint: 'leave one of them' },
    ru: { message: 'заголовок «{heading}» стоит над двумя столбцами', hint: 'оставьте один из них' },
    kk: { message: '«{heading}» тақырыбы екі бағанның үстінде тұр', hint: 'біреуін қалдырыңыз' },
  },
  'heading-broken': {
    severity: 'error',
    en: { message: 'the heading of the table cannot be read ({reason})', hint: 'mend the first line of the file' },
    ru: { message: 'заголовок таблицы не читается ({reason})', hint: 'исправьте первую строку файла' },
    kk: { message: 'кестенің тақырыбы оқылмайды ({reason})', hint: 'файлдың бірінші жолын түзетіңіз' },
  },
  'duckdb-missing': {
    severity: 'error',
    en: {
      message: 'DuckDB is not installed here',
      hint: 'npm install @duckdb/node-api@1.5.6-r.1 beside reglament or in the current folder, or name the folder in REGLAMENT_DUCKDB; for CSV without --engine duckdb it is not needed',
    },
    ru: {
      message: 'DuckDB здесь не установлен',
      hint: 'npm install @duckdb/node-api@1.5.6-r.1 рядом с reglament или в текущей папке, либо укажите папку в REGLAMENT_DUCKDB; для CSV без --engine duckdb он не нужен',
    },
    kk: {
      message: 'DuckDB мұнда орнатылмаған',
      hint: 'npm install @duckdb/node-api@1.5.6-r.1 пәрменін reglament жанында немесе ағымдағы бумада орындаңыз, болмаса буманы REGLAMENT_DUCKDB ішінде көрсетіңіз; --engine duckdb болмаса, CSV үшін ол қажет емес',
    },
  },
  'duckdb-broken': {
    severity: 'error',
    en: {
      message: 'DuckDB does not start from {place} ({reason})',
      hint: 'install it anew: npm install @duckdb/node-api@1.5.6-r.1; for CSV without --engine duckdb it is not needed',
    },
    ru: {
      message: 'DuckDB из {place} не запускается ({reason})',
      hint: 'установите его заново: npm install @duckdb/node-api@1.5.6-r.1; для CSV без --engine duckdb он не нужен',
    },
    kk: {
      message: '{place} ішіндегі DuckDB іске қосылмайды ({reason})',
      hint: 'оны қайта орнатыңыз: npm install @duckdb/node-api@1.5.6-r.1; --engine duckdb болмаса, CSV үшін ол қажет емес',
    },
  },
  'parquet-unread': {
    severity: 'error',
    en: {
      message: '{file} is Parquet, which is read through DuckDB, and DuckDB is not installed here',
      hint: 'npm install @duckdb/node-api@1.5.6-r.1 beside reglament or in the current folder, or name the folder in REGLAMENT_DUCKDB; or save the answers as CSV',
    },
    ru: {
      message: '{file} — Parquet, он читается через DuckDB, а DuckDB здесь не установлен',
      hint: 'npm install @duckdb/node-api@1.5.6-r.1 рядом с reglament или в текущей папке, либо укажите папку в REGLAMENT_DUCKDB; либо сохраните ответы как CSV',
    },
    kk: {
      message: '{file} — Parquet, ол DuckDB арқылы оқылады, ал DuckDB мұнда орнатылмаған',
      hint: 'npm install @duckdb/node-api@1.5.6-r.1 пәрменін reglament жанында немесе ағымдағы бумада орындаңыз, болмаса буманы REGLAMENT_DUCKDB ішінде көрсетіңіз; әйтпесе жауаптарды CSV түрінде сақтаңыз',
    },
  },
  'parquet-broken': {
    severity: 'error',
    en: {
      message: '{file} cannot be read as Parquet to its end ({reason})',
      hint: 'write it anew; the answers before this place are counted',
    },
    ru: {
      message: '{file} не читается как Parquet до конца ({reason})',
      hint: 'запишите его заново; ответы до этого места учтены',
    },
    kk: {
      message: '{file} Parquet ретінде соңына дейін оқылмайды ({reason})',
      hint: 'оны қайта жазыңыз; осы жерге дейінгі жауаптар есепке алынды',
    },
  },
  'duckdb-kind': {
    severity: 'info',
    en: { message: '{file} is no CSV, or is packed: all records were looked at one by one' },
    ru: { message: '{file} — не CSV или упакован: все записи просмотрены по одной' },
    kk: { message: '{file} — CSV емес немесе қапталған: барлық жазба бір-бірден қаралды' },
  },
  'duckdb-untidy': {
    severity: 'info',
    en: {
      message:
        '{file} has quotes, empty lines, unlike line ends, damaged letters, no heading of ours in its first line or no word that is known: everything was read without DuckDB',
    },
    ru: {
      message:
        'в {file} есть кавычки, пустые строки, разные концы строк, испорченные буквы, в первой строке нет нашего заголовка или нет ни одного известного слова: всё прочитано без DuckDB',
    },
    kk: {
      message:
        '{file} ішінде тырнақшалар, бос жолдар, әртүрлі жол соңдары, бүлінген әріптер бар, бірінші жолында біздің тақырып жоқ немесе бірде-бір таныс сөз жоқ: бәрі DuckDB-сіз оқылды',
    },
  },
  'duckdb-few': {
    severity: 'info',
    en: {
      message:
        'not more than {keep} answers without remarks, each of which the workbook lists: everything was read without DuckDB',
    },
    ru: { message: 'ответов без замечаний не больше {keep}, и книга перечисляет каждый: всё прочитано без DuckDB' },
    kk: {
      message: 'ескертусіз жауаптар {keep} санынан аспайды, кітап олардың әрқайсысын тізеді: бәрі DuckDB-сіз оқылды',
    },
  },
  'duckdb-many': {
    severity: 'info',
    en: { message: 'more than one record in {share} must be looked at by itself: everything was read without DuckDB' },
    ru: { message: 'отдельно надо смотреть больше чем каждую {share}-ю запись: всё прочитано без DuckDB' },
    kk: { message: 'әрбір {share} жазбаның біреуінен көбін бөлек қарау керек: бәрі DuckDB-сіз оқылды' },
  },
  'duckdb-failed': {
    severity: 'info',
    en: { message: 'everything was read without DuckDB, which stopped ({reason})' },
    ru: { message: 'всё прочитано без DuckDB: он остановился ({reason})' },
    kk: { message: 'бәрі DuckDB-сіз оқылды: ол тоқтап қалды ({reason})' },
  },
  'duckdb-disagrees': {
    severity: 'info',
    en: { message: 'DuckDB and we do not find the same records in {file}: everything was read without DuckDB' },
    ru: { message: 'DuckDB и мы находим в {file} разные записи: всё прочитано без DuckDB' },
    kk: { message: 'DuckDB мен біз {file} ішінен әртүрлі жазба табамыз: бәрі DuckDB-сіз оқылды' },
  },
  'heading-late': {
    severity: 'info',
    en: { message: 'the heading was found in line {line}; what stands above it was not read' },
    ru: { message: 'заголовок найден в строке {line}; то, что над ним, не читалось' },
    kk: { message: 'тақырып {line}-жолдан табылды; оның үстіндегі оқылған жоқ' },
  },
  'file-skipped': {
    severity: 'warning',
    en: {
      message: '{file} was not read: answers are taken from CSV, XLSX, JSON, NDJSON, Parquet',
      hint: 'save it in one of these formats if it holds answers, or move it out of the folder',
    },
    ru: {
      message: '{file} не прочитан: ответы берутся из CSV, XLSX, JSON, NDJSON, Parquet',
      hint: 'если в нём ответы, сохраните его в одном из этих форматов; иначе уберите из папки',
    },
    kk: {
      message: '{file} оқылмады: жауаптар CSV, XLSX, JSON, NDJSON, Parquet файлдарынан алынады',
      hint: 'ішінде жауаптар болса, осы пішімдердің бірінде сақтаңыз; болмаса, бумадан шығарыңыз',
    },
  },
  'folder-skipped': {
    severity: 'info',
    en: { message: '{file} was not opened: folders inside a folder are read only when they are named' },
    ru: { message: '{file} не открывалась: вложенная папка читается, только если она названа' },
    kk: { message: '{file} ашылмады: ішкі бума аталғанда ғана оқылады' },
  },
  'workbook-old': {
    severity: 'error',
    en: {
      message: '{file} is a workbook of Excel before 2007 or is locked with a password',
      hint: 'save it as .xlsx without a password',
    },
    ru: {
      message: '{file} — книга Excel старого формата (до 2007) или закрыта паролем',
      hint: 'сохраните её как .xlsx без пароля',
    },
    kk: {
      message: '{file} — Excel-дің ескі пішіміндегі (2007 жылға дейінгі) немесе құпиясөзбен жабылған кітап',
      hint: 'оны құпиясөзсіз .xlsx түрінде сақтаңыз',
    },
  },
  'responses-empty': {
    severity: 'error',
    en: { message: '{file} holds no responses', hint: 'check that the export was finished' },
    ru: { message: 'в {file} нет ответов', hint: 'проверьте, что выгрузка завершилась' },
    kk: { message: '{file} ішінде жауап жоқ', hint: 'жүктеп алу аяқталғанын тексеріңіз' },
  },
  'responses-none': {
    severity: 'error',
    en: { message: 'no response was read, so there is nothing to report', hint: 'the reasons stand above' },
    ru: { message: 'не прочитан ни один ответ: отчёт не из чего составить', hint: 'причины — выше' },
    kk: { message: 'бірде-бір жауап оқылмады: есеп құрайтын ештеңе жоқ', hint: 'себептері — жоғарыда' },
  },
  'responses-none-accepted': {
    severity: 'error',
    en: {
      message: 'no response of the period was accepted, so there is nothing to report',
      hint: 'the reasons stand above and in the list of rejected records: {rejected}',
    },
    ru: {
      message: 'за период не принят ни один ответ: отчёт не из чего составить',
      hint: 'причины — выше и в списке отклонённых записей: {rejected}',
    },
    kk: {
      message: 'кезең үшін бірде-бір жауап қабылданбады: есеп құрайтын ештеңе жоқ',
      hint: 'себептері — жоғарыда және қабылданбаған жазбалар тізімінде: {rejected}',
    },
  },
  'rejected-column-count': {
    severity: 'error',
    en: {
      message: 'records turned away: {count}, the number of fields is not that of the heading; the first: {value}',
    },
    ru: { message: 'отклонено записей: {count}, число полей не как в заголовке; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, өрістер саны тақырыптағыдай емес; біріншісі: {value}' },
  },
  'rejected-quote': {
    severity: 'error',
    en: { message: 'records turned away: {count}, the quotes do not pair; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, непарная кавычка; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, жұпсыз тырнақша; біріншісі: {value}' },
  },
  'rejected-too-long': {
    severity: 'error',
    en: { message: 'records turned away: {count}, the record is longer than 1 MB; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, запись длиннее 1 МБ; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, жазба 1 МБ-тан ұзын; біріншісі: {value}' },
  },
  'rejected-control-byte': {
    severity: 'error',
    en: { message: 'records turned away: {count}, a zero byte in the record; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, нулевой байт в записи; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, жазбада нөлдік байт; біріншісі: {value}' },
  },
  'rejected-encoding': {
    severity: 'error',
    en: { message: 'records turned away: {count}, bytes of another encoding; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, другая кодировка; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, басқа кодтау; біріншісі: {value}' },
  },
  'rejected-json': {
    severity: 'error',
    en: { message: 'records turned away: {count}, broken JSON; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, нарушена запись JSON; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, JSON жазбасы бұзылған; біріншісі: {value}' },
  },
  'rejected-header-repeated': {
    severity: 'error',
    en: { message: 'records turned away: {count}, the heading again; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, повтор заголовка; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, тақырыптың қайталануы; біріншісі: {value}' },
  },
  'rejected-formula-empty': {
    severity: 'error',
    en: {
      message: 'records turned away: {count}, a formula without a stored value; the first: {value}',
      hint: 'open the workbook in a spreadsheet program and save it: the formulas are then calculated',
    },
    ru: {
      message: 'отклонено записей: {count}, формула без сохранённого значения; первая: {value}',
      hint: 'откройте книгу в табличном редакторе и сохраните: формулы будут вычислены',
    },
    kk: {
      message: 'қабылданбаған жазбалар: {count}, сақталған мәні жоқ формула; біріншісі: {value}',
      hint: 'кітапты кесте редакторында ашып сақтаңыз: формулалар есептеледі',
    },
  },
  'rejected-cell-broken': {
    severity: 'error',
    en: { message: 'records turned away: {count}, a cell names a text that the workbook lacks; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, ячейка ссылается на текст, которого в книге нет; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, ұяшық кітапта жоқ мәтінге сілтейді; біріншісі: {value}' },
  },
  'rejected-service-missing': {
    severity: 'error',
    en: { message: 'records turned away: {count}, no service is named; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, услуга не указана; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, қызмет көрсетілмеген; біріншісі: {value}' },
  },
  'rejected-service-unknown': {
    severity: 'error',
    en: {
      message: 'records turned away: {count}, unknown service; the first: {value}',
      hint: 'the nearest known: {near}',
    },
    ru: {
      message: 'отклонено записей: {count}, неизвестная услуга; первая: {value}',
      hint: 'ближайшие известные: {near}',
    },
    kk: {
      message: 'қабылданбаған жазбалар: {count}, белгісіз қызмет; біріншісі: {value}',
      hint: 'ең жақын белгілілері: {near}',
    },
  },
  'rejected-service-ambiguous': {
    severity: 'error',
    en: {
      message: 'records turned away: {count}, the service stands in several acts; the first: {value}',
      hint: 'the nearest known: {near}',
    },
    ru: {
      message: 'отклонено записей: {count}, услуга есть в нескольких актах; первая: {value}',
      hint: 'ближайшие известные: {near}',
    },
    kk: {
      message: 'қабылданбаған жазбалар: {count}, қызмет бірнеше актіде бар; біріншісі: {value}',
      hint: 'ең жақын белгілілері: {near}',
    },
  },
  'rejected-date-missing': {
    severity: 'error',
    en: { message: 'records turned away: {count}, no date; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, нет даты; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, күні жоқ; біріншісі: {value}' },
  },
  'rejected-date-wrong': {
    severity: 'error',
    en: { message: 'records turned away: {count}, no date of the calendar; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, неверная дата; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, күні қате; біріншісі: {value}' },
  },
  'rejected-date-outside': {
    severity: 'error',
    en: { message: 'records turned away: {count}, the date is outside the period; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, дата вне периода; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, күні кезеңнен тыс; біріншісі: {value}' },
  },
  'rejected-option-outside': {
    severity: 'error',
    en: { message: 'records turned away: {count}, no such option; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, нет такого варианта ответа; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, мұндай жауап нұсқасы жоқ; біріншісі: {value}' },
  },
  'rejected-answers-missing': {
    severity: 'error',
    en: { message: 'records turned away: {count}, no answer to either question; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, нет ни одного ответа; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, бірде-бір жауап жоқ; біріншісі: {value}' },
  },
  'rejected-id-too-long': {
    severity: 'error',
    en: { message: 'records turned away: {count}, the id is longer than 255 bytes; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, номер длиннее 255 байт; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, нөмір 255 байттан ұзын; біріншісі: {value}' },
  },
  'rejected-id-repeated': {
    severity: 'error',
    en: { message: 'records turned away: {count}, an id again with the same answers; the first: {value}' },
    ru: { message: 'отклонено записей: {count}, повтор номера с теми же ответами; первая: {value}' },
    kk: { message: 'қабылданбаған жазбалар: {count}, нөмірдің сол жауаптармен қайталануы; біріншісі: {value}' },
  },
  'rejected-id-conflict': {
    severity: 'error',
    en: {
      message: 'records turned away: {count}, an id again with other answers; the first: {value}',
      hint: 'where each file numbers its answers anew, add --own-ids',
    },
    ru: {
      message: 'отклонено записей: {count}, повтор номера с другими ответами; первая: {value}',
      hint: 'если каждый файл нумерует ответы заново, добавьте --own-ids',
    },
    kk: {
      message: 'қабылданбаған жазбалар: {count}, нөмірдің басқа жауаптармен қайталануы; біріншісі: {value}',
      hint: 'әр файл жауаптарды қайта нөмірлесе, --own-ids қосыңыз',
    },
  },
  'kept-answer-missing': {
    severity: 'warning',
    en: { message: 'records kept with a remark: {count}, one of the answers is missing' },
    ru: { message: 'принято с замечанием: {count}, нет ответа на один из вопросов' },
    kk: { message: 'ескертумен қабылданды: {count}, сұрақтардың біріне жауап жоқ' },
  },
  'kept-id-missing': {
    severity: 'warning',
    en: { message: 'records kept with a remark: {count}, no id' },
    ru: { message: 'принято с замечанием: {count}, нет номера анкеты' },
    kk: { message: 'ескертумен қабылданды: {count}, сауалнама нөмірі жоқ' },
  },
  'kept-region-unknown': {
    severity: 'warning',
    en: { message: 'records kept with a remark: {count}, unknown region' },
    ru: { message: 'принято с замечанием: {count}, регион не распознан' },
    kk: { message: 'ескертумен қабылданды: {count}, өңір танылмады' },
  },
  'kept-channel-unknown': {
    severity: 'warning',
    en: { message: 'records kept with a remark: {count}, unknown channel' },
    ru: { message: 'принято с замечанием: {count}, канал не распознан' },
    kk: { message: 'ескертумен қабылданды: {count}, арна танылмады' },
  },
  'kept-language-unknown': {
    severity: 'warning',
    en: { message: 'records kept with a remark: {count}, unknown language' },
    ru: { message: 'принято с замечанием: {count}, язык не распознан' },
    kk: { message: 'ескертумен қабылданды: {count}, тіл танылмады' },
  },
  'kept-formula-cell': {
    severity: 'warning',
    en: { message: 'records kept with a remark: {count}, a formula in a cell: its stored value was taken' },
    ru: { message: 'принято с замечанием: {count}, в ячейке формула: взято её сохранённое значение' },
    kk: { message: 'ескертумен қабылданды: {count}, ұяшықта формула: сақталған мәні алынды' },
  },
  'kept-word-guessed': {
    severity: 'warning',
    en: {
      message:
        'records kept with a remark: {count}, a word recognised by likeness (Kazakh letters lost or typed as Russian ones, one letter amiss)',
    },
    ru: {
      message:
        'принято с замечанием: {count}, слово узнано по сходству (казахские буквы утрачены или набраны русскими, неверна одна буква)',
    },
    kk: {
      message:
        'ескертумен қабылданды: {count}, сөз ұқсастығы бойынша танылды (қазақ әріптері жоғалған немесе орысша терілген, бір әріп қате)',
    },
  },
  'encoding-taken': {
    severity: 'info',
    en: { message: '{file} is no UTF-8 text; it was read as {encoding}' },
    ru: { message: '{file} не в UTF-8; прочитан как {encoding}' },
    kk: { message: '{file} UTF-8 емес; {encoding} ретінде оқылды' },
  },
  'encoding-mixed': {
    severity: 'warning',
    en: { message: '{file} is in several encodings: lines read as {encoding} instead of UTF-8: {lines}' },
    ru: { message: '{file} в нескольких кодировках: строк, прочитанных как {encoding}, а не UTF-8: {lines}' },
    kk: { message: '{file} бірнеше кодтауда: UTF-8 емес, {encoding} ретінде оқылған жолдар: {lines}' },
  },
  'packed-bomb': {
    severity: 'error',
    en: {
      message: '{file} swells beyond reason when unpacked ({size}); it was not read further',
      hint: 'unpack it by hand and look at it before you go on',
    },
    ru: {
      message: '{file} при распаковке разрастается сверх разумного ({size}); дальше он не читался',
      hint: 'распакуйте его вручную и посмотрите, что внутри',
    },
    kk: {
      message: '{file} ашылғанда шектен тыс ұлғаяды ({size}); әрі қарай оқылмады',
      hint: 'оны қолмен ашып, ішін қараңыз',
    },
  },
  'packed-broken': {
    severity: 'error',
    en: {
      message: '{file} cannot be unpacked: {reason}',
      hint: 'fetch it again: it may have been cut short on the way',
    },
    ru: { message: '{file} не распаковывается: {reason}', hint: 'получите его заново: возможно, он оборвался в пути' },
    kk: { message: '{file} ашылмайды: {reason}', hint: 'оны қайта алыңыз: жолда үзілген болуы мүмкін' },
  },
  'workbook-foreign': {
    severity: 'warning',
    en: { message: '{file} carries {what}; it was not run and not followed' },
    ru: { message: '{file} содержит {what}; это не выполнялось и не открывалось' },
    kk: { message: '{file} ішінде {what} бар; ол орындалған жоқ және ашылған жоқ' },
  },
  'period-wrong': {
    severity: 'error',
    en: {
      message: 'the period {from} to {to} is none',
      hint: 'give --from and --to as 2025-01-01, the first not after the second',
    },
    ru: {
      message: 'период с {from} по {to} невозможен',
      hint: 'укажите --from и --to в виде 2025-01-01, первая дата не позже второй',
    },
    kk: {
      message: '{from} бастап {to} дейінгі кезең мүмкін емес',
      hint: '--from пен --to күндерін 2025-01-01 түрінде, біріншісі екіншісінен кеш емес етіп беріңіз',
    },
  },
  'table-empty': {
    severity: 'error',
    en: { message: '{file} has no table with a column «service»', hint: 'see docs/survey.md for its columns' },
    ru: { message: 'в {file} нет таблицы со столбцом «service» (услуга)', hint: 'столбцы описаны в docs/survey.md' },
    kk: { message: '{file} ішінде «service» (қызмет) бағаны бар кесте жоқ', hint: 'бағандары docs/survey.md ішінде' },
  },
  'volume-exceeded': {
    severity: 'warning',
    en: {
      message: '{service}: more answers ({answers}) than services rendered ({rendered})',
      hint: 'check that --volumes is of the same period',
    },
    ru: {
      message: '{service}: ответов ({answers}) больше, чем оказано услуг ({rendered})',
      hint: 'проверьте, что --volumes того же периода',
    },
    kk: {
      message: '{service}: жауаптар ({answers}) көрсетілген қызметтерден ({rendered}) көп',
      hint: '--volumes сол кезеңнің файлы екенін тексеріңіз',
    },
  },
  'public-small': {
    severity: 'error',
    en: {
      message: 'a public edition of {n} answers would give people away: it needs at least {least} to each question',
      hint: 'widen the period, or make the internal edition',
    },
    ru: {
      message: 'открытый выпуск по {n} ответам выдал бы людей: нужно не менее {least} на каждый вопрос',
      hint: 'расширьте период или сделайте внутренний выпуск',
    },
    kk: {
      message: '{n} жауап бойынша ашық шығарылым адамдарды әшкерелер еді: әр сұраққа кемінде {least} керек',
      hint: 'кезеңді кеңейтіңіз немесе ішкі шығарылым жасаңыз',
    },
  },
  'table-row-wrong': {
    severity: 'error',
    en: { message: '«{value}» cannot be used as {field}', hint: 'expected: {expected}' },
    ru: { message: '«{value}» не годится как {field}', hint: 'ожидается: {expected}' },
    kk: { message: '«{value}» мәні {field} ретінде жарамайды', hint: 'күтілетіні: {expected}' },
  },
  'sheet-full': {
    severity: 'error',
    en: {
      message:
        '{rows} rows do not fit into a sheet of Excel (1,048,576); nothing was cut off, the workbook was not written',
      hint: 'narrow the period with --from and --to',
    },
    ru: {
      message: '{rows} строк не помещаются на лист Excel (1 048 576); ничего не обрезано, книга не записана',
      hint: 'сузьте период с помощью --from и --to',
    },
    kk: {
      message: '{rows} жол Excel парағына сыймайды (1 048 576); ештеңе қиылған жоқ, кітап жазылған жоқ',
      hint: '--from және --to арқылы кезеңді тарылтыңыз',
    },
  },
  'services-many': {
    severity: 'error',
    en: {
      message: '{count} services are more than one report can hold ({most})',
      hint: 'name another --root or split the report',
    },
    ru: {
      message: 'услуг {count}: больше, чем вмещает один отчёт ({most})',
      hint: 'укажите другой --root или разделите отчёт',
    },
    kk: {
      message: 'қызметтер {count}: бір есепке сыятыннан көп ({most})',
      hint: 'басқа --root көрсетіңіз немесе есепті бөліңіз',
    },
  },
});
