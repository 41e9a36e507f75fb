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
  'responses-empty': {
    severity: 'error',
    en: { message: '{file} holds no responses', hint: 'check that the export was finished' },
    ru: { message: 'в {file} нет ответов', hint: 'проверьте, что выгрузка завершилась' },
    kk: { message: '{file} ішінде жауап жоқ', hint: 'жүктеп алу аяқталғанын тексеріңіз' },
  },
  'responses-none': {
    severity: 'error',
    en: {
      message: 'no response was accepted, so there is nothing to report',
      hint: 'look at the reasons in {rejected}',
    },
    ru: { message: 'не принят ни один ответ: отчёт не из чего составить', hint: 'причины — в {rejected}' },
    kk: { message: 'бірде-бір жауап қабылданбады: есеп құрайтын ештеңе жоқ', hint: 'себептері — {rejected} ішінде' },
  },
  'record-rejected': {
    severity: 'error',
    en: {
      message: 'records turned away: {count}, reason: {reason}; the first: {value}',
      hint: 'the nearest known: {near}',
    },
    ru: {
      message: 'отклонено записей: {count}, причина: {reason}; первая: {value}',
      hint: 'ближайшие известные: {near}',
    },
    kk: {
      message: 'қабылданбаған жазбалар: {count}, себебі: {reason}; біріншісі: {value}',
      hint: 'ең жақын белгілілері: {near}',
    },
  },
  'record-remark': {
    severity: 'warning',
    en: { message: 'records kept with a remark: {count}, {remark}' },
    ru: { message: 'принято с замечанием: {count}, {remark}' },
    kk: { message: 'ескертумен қабылданды: {count}, {remark}' },
  },
  'encoding-taken': {
    severity: 'info',
    en: { message: '{file} is no UTF-8 text; it was read as {encoding}' },
    ru: { message: '{file} не в UTF-8; прочитан как {encoding}' },
    kk: { message: '{file} UTF-8 емес; {encoding} ретінде оқылды' },
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
