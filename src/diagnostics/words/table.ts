import { entries } from './entry.ts';

/** Faults of tables of cases: headings, cells, rows. */
export const table = entries({
  'column-unknown': {
    severity: 'error',
    en: {
      message:
        'the heading «{heading}» is none that a table of cases has; nothing of this table is printed (a column is passed over whose heading begins with #)',
      hint: 'did you mean {near}?',
    },
    ru: {
      message:
        'заголовка «{heading}» в таблице дел не бывает; из этой таблицы ничего не печатается (не читается столбец, заголовок которого начинается с #)',
      hint: 'может быть, {near}?',
    },
    kk: {
      message:
        'істер кестесінде «{heading}» тақырыбы болмайды; бұл кестеден ештеңе басылмайды (тақырыбы # белгісінен басталатын баған оқылмайды)',
      hint: 'мүмкін, {near}?',
    },
  },
  'column-doubled': {
    severity: 'error',
    en: {
      message: '«{heading}» and «{other}» both mean {name}; nothing of this table is printed',
      hint: 'leave one of the two columns, or begin the heading of the other with #',
    },
    ru: {
      message: '«{heading}» и «{other}» означают одно и то же: {name}; из этой таблицы ничего не печатается',
      hint: 'оставьте один из двух столбцов или начните заголовок другого со знака #',
    },
    kk: {
      message: '«{heading}» және «{other}» бір нәрсені білдіреді: {name}; бұл кестеден ештеңе басылмайды',
      hint: 'екі бағанның бірін қалдырыңыз немесе екіншісінің тақырыбын # белгісінен бастаңыз',
    },
  },
  'column-missing': {
    severity: 'error',
    en: {
      message: 'columns that the table must have are missing: {columns}',
      hint: 'add them ({count}), or give one value for all rows in a map (--map); «reglament template-table» writes the whole table',
    },
    ru: {
      message: 'в таблице нет обязательных столбцов: {columns}',
      hint: 'добавьте их ({count}) или задайте одно значение для всех строк в карте (--map); всю таблицу записывает «reglament template-table»',
    },
    kk: {
      message: 'кестеде міндетті бағандар жоқ: {columns}',
      hint: 'оларды қосыңыз ({count}) немесе картада барлық жолға бір мән беріңіз (--map); толық кестені «reglament template-table» жазады',
    },
  },
  'column-unnamed': {
    severity: 'error',
    en: {
      message: '«{text}» stands in a column without a heading',
      hint: 'give the column a heading, or empty the cell',
    },
    ru: { message: '«{text}» стоит в столбце без заголовка', hint: 'дайте столбцу заголовок или очистите ячейку' },
    kk: { message: '«{text}» тақырыбы жоқ бағанда тұр', hint: 'бағанға тақырып беріңіз немесе ұяшықты тазалаңыз' },
  },
  'cell-error': {
    severity: 'error',
    en: {
      message: '«{heading}» is {text}: the formula of the cell has failed',
      hint: 'mend the formula, or write the value',
    },
    ru: {
      message: '«{heading}»: {text} — формула ячейки не сработала',
      hint: 'исправьте формулу или впишите значение',
    },
    kk: {
      message: '«{heading}»: {text} — ұяшық формуласы есептелмеді',
      hint: 'формуланы түзетіңіз немесе мәнін жазыңыз',
    },
  },
  'cell-valueless': {
    severity: 'error',
    en: {
      message: '«{heading}» is not empty, but the workbook holds no value of it',
      hint: 'open the workbook in an office program and save it: the formulas are then calculated; or write the value',
    },
    ru: {
      message: '«{heading}»: ячейка не пуста, но её значения в книге нет',
      hint: 'откройте книгу в офисной программе и сохраните: формулы будут вычислены; или впишите значение',
    },
    kk: {
      message: '«{heading}»: ұяшық бос емес, бірақ кітапта оның мәні жоқ',
      hint: 'кітапты кеңсе бағдарламасында ашып сақтаңыз: формулалар есептеледі; немесе мәнін жазыңыз',
    },
  },
  'cell-digits-lost': {
    severity: 'error',
    en: {
      message: '«{heading}» is {text}: the office program has kept fifteen digits of a longer number',
      hint: 'make the cell a text and write the number anew',
    },
    ru: {
      message: '«{heading}»: {text} — офисная программа сохранила лишь пятнадцать цифр длинного числа',
      hint: 'сделайте ячейку текстовой и впишите номер заново',
    },
    kk: {
      message: '«{heading}»: {text} — кеңсе бағдарламасы ұзын санның он бес цифрын ғана сақтаған',
      hint: 'ұяшықты мәтіндік етіп, нөмірді қайта жазыңыз',
    },
  },
  'cell-lines-differ': {
    severity: 'error',
    en: {
      message: '«{heading}» has {kk} values in Kazakh and {ru} in Russian',
      hint: 'write each value on a line of its own, as many in each language',
    },
    ru: {
      message: '«{heading}»: значений на казахском {kk}, на русском {ru}',
      hint: 'пишите каждое значение с новой строки, на обоих языках поровну',
    },
    kk: {
      message: '«{heading}»: қазақша мәндер {kk}, орысша мәндер {ru}',
      hint: 'әр мәнді жаңа жолдан жазыңыз, екі тілде де бірдей мөлшерде',
    },
  },
  'cell-wording-doubled': {
    severity: 'error',
    en: {
      message: '«{heading}» stands both as one text for both languages and by language',
      hint: 'fill the column without a language, or those with one',
    },
    ru: {
      message: '«{heading}» заполнено и одним текстом для обоих языков, и по языкам',
      hint: 'заполните либо столбец без языка, либо столбцы с языками',
    },
    kk: {
      message: '«{heading}» екі тілге ортақ мәтінмен де, тіл бойынша да толтырылған',
      hint: 'не тілі көрсетілмеген бағанды, не тілі бар бағандарды толтырыңыз',
    },
  },
  'cells-exclusive': {
    severity: 'error',
    en: {
      message: 'the row fills both «{one}» and «{other}»: the applicant is a person or an organisation',
      hint: 'empty one of the two',
    },
    ru: {
      message: 'в строке заполнено и «{one}», и «{other}»: заявитель — либо физическое лицо, либо организация',
      hint: 'очистите одно из двух',
    },
    kk: {
      message: 'жолда «{one}» де, «{other}» де толтырылған: өтініш беруші не жеке тұлға, не ұйым',
      hint: 'екеуінің бірін тазалаңыз',
    },
  },
  'table-kind-missing': {
    severity: 'error',
    en: {
      message: 'nothing says of which kind the document of this row is',
      hint: 'name the sheet or the file for the kind, or add a column «kind» with one of: {known}',
    },
    ru: {
      message: 'ничто не говорит, какого вида документ в этой строке',
      hint: 'назовите лист или файл по виду документа или добавьте столбец «Вид документа» с одним из значений: {known}',
    },
    kk: {
      message: 'бұл жолдағы құжаттың түрі еш жерде айтылмаған',
      hint: 'парақты немесе файлды құжат түрімен атаңыз немесе «Құжат түрі» бағанын мына мәндердің бірімен қосыңыз: {known}',
    },
  },
  'table-kind-unknown': {
    severity: 'error',
    en: { message: 'there is no kind of document «{kind}»', hint: 'give one of: {known}' },
    ru: { message: 'нет вида документа «{kind}»', hint: 'укажите один из: {known}' },
    kk: { message: '«{kind}» құжат түрі жоқ', hint: 'мыналардың бірін көрсетіңіз: {known}' },
  },
  'table-headless': {
    severity: 'error',
    en: {
      message: 'no row of this table has the heading {heading}: it is not read',
      hint: 'the headings stand in one of the first ten rows',
    },
    ru: {
      message: 'ни в одной строке этой таблицы нет заголовка {heading}: она не прочитана',
      hint: 'заголовки стоят в одной из первых десяти строк',
    },
    kk: {
      message: 'бұл кестенің бірде-бір жолында {heading} тақырыбы жоқ: ол оқылмады',
      hint: 'тақырыптар алғашқы он жолдың бірінде тұрады',
    },
  },
  'table-empty': {
    severity: 'error',
    en: { message: '{file} holds no row with a case', hint: 'fill the rows below the headings' },
    ru: { message: 'в {file} нет ни одной строки с делом', hint: 'заполните строки под заголовками' },
    kk: { message: '{file} ішінде іс жазылған жол жоқ', hint: 'тақырыптардың астындағы жолдарды толтырыңыз' },
  },
  'row-broken': {
    severity: 'error',
    en: { message: 'this row cannot be read ({reason})', hint: 'look at the quotes and at the number of columns' },
    ru: { message: 'строка не читается ({reason})', hint: 'посмотрите на кавычки и на число столбцов' },
    kk: { message: 'бұл жол оқылмайды ({reason})', hint: 'тырнақшалар мен бағандар санын қараңыз' },
  },
  'row-unnumbered': {
    severity: 'error',
    en: { message: 'the row has no case number', hint: 'write the number, or empty the whole row' },
    ru: { message: 'в строке нет номера дела', hint: 'впишите номер или очистите строку целиком' },
    kk: { message: 'жолда іс нөмірі жоқ', hint: 'нөмірді жазыңыз немесе бүкіл жолды тазалаңыз' },
  },
  'row-orphan': {
    severity: 'error',
    en: {
      message:
        'the row belongs to the case «{number}», which stands in no table: some case may lack it, so nothing of these tables is printed',
      hint: 'did you mean {near}?',
    },
    ru: {
      message:
        'строка относится к делу «{number}», которого нет ни в одной таблице: какому-то делу её может недоставать, поэтому из этих таблиц ничего не печатается',
      hint: 'может быть, {near}?',
    },
    kk: {
      message:
        'жол ешбір кестеде жоқ «{number}» ісіне жатады: ол басқа бір іске жетіспеуі мүмкін, сондықтан бұл кестелерден ештеңе басылмайды',
      hint: 'мүмкін, {near}?',
    },
  },
  'table-kind-nested': {
    severity: 'error',
    en: {
      message: 'a document of the kind «{kind}» has a list of its own and cannot stand beside another one',
      hint: 'make a table for it alone; beside another document can stand: {flat}',
    },
    ru: {
      message: 'у документа вида «{kind}» есть свой перечень, рядом с другим документом он стоять не может',
      hint: 'сделайте для него отдельную таблицу; рядом с другим документом могут стоять: {flat}',
    },
    kk: {
      message: '«{kind}» түріндегі құжаттың өз тізбесі бар, ол басқа құжаттың қасында тұра алмайды',
      hint: 'оған бөлек кесте жасаңыз; басқа құжаттың қасында мыналар тұра алады: {flat}',
    },
  },
  'table-exists': {
    severity: 'error',
    en: {
      message: '{file} is there already and may be filled: nothing was written',
      hint: 'name another file with --out, or overwrite with --force',
    },
    ru: {
      message: '{file} уже есть и, возможно, заполнен: ничего не записано',
      hint: 'укажите другой файл через --out или перезапишите с --force',
    },
    kk: {
      message: '{file} бар және толтырылған болуы мүмкін: ештеңе жазылмады',
      hint: '--out арқылы басқа файлды көрсетіңіз немесе --force арқылы үстінен жазыңыз',
    },
  },
  'map-name-unknown': {
    severity: 'error',
    en: {
      message: 'the map names «{name}», which no table has',
      hint: 'did you mean {near}? docs/bulk.md lists the names',
    },
    ru: {
      message: 'карта называет «{name}», а такого в таблицах нет',
      hint: 'может быть, {near}? Имена перечислены в docs/bulk.md',
    },
    kk: {
      message: 'карта «{name}» атауын қолданады, ал кестелерде ондай жоқ',
      hint: 'мүмкін, {near}? Атаулар docs/bulk.md ішінде тізілген',
    },
  },
});
