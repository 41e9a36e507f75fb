import type { Said } from '../locale.ts';

export const common = {
  about: {
    en: 'Documents, diagrams and reports from the regulations of state services of Kazakhstan.',
    ru: 'Документы, диаграммы и отчёты по регламентам государственных услуг Республики Казахстан.',
    kk: 'Қазақстан Республикасының мемлекеттік қызмет регламенттері бойынша құжаттар, диаграммалар және есептер.',
  },
  root: {
    en: 'folder with regulations/, law/, templates/ (default: this folder if it has regulations/, else the package’s own data)',
    ru: 'папка с regulations/, law/, templates/ (по умолчанию текущая, если в ней есть regulations/, иначе данные пакета)',
    kk: 'regulations/, law/, templates/ бар бума (әдепкіде: ішінде regulations/ болса ағымдағы бума, әйтпесе пакеттің өз деректері)',
  },
  locale: {
    en: 'language of messages: ru, kk or en',
    ru: 'язык сообщений: ru, kk или en',
    kk: 'хабарлама тілі: ru, kk немесе en',
  },
  quiet: { en: 'print findings only', ru: 'печатать только находки', kk: 'тек табылғандарды шығару' },
  help: { en: 'show this help', ru: 'показать эту справку', kk: 'осы анықтаманы көрсету' },
  version: { en: 'show the version', ru: 'показать версию', kk: 'нұсқаны көрсету' },
  examples: { en: 'Examples:', ru: 'Примеры:', kk: 'Мысалдар:' },
  bug: {
    en: 'reglament: this is a fault of the program, not of your input: {reason}\nNothing half-written was left. Run again with REGLAMENT_DEBUG=1 for the details to report.',
    ru: 'reglament: это ошибка программы, а не ваших данных: {reason}\nНедописанных файлов не осталось. Запустите с REGLAMENT_DEBUG=1, чтобы получить подробности для сообщения.',
    kk: 'reglament: бұл деректеріңіздің емес, бағдарламаның қатесі: {reason}\nЖартылай жазылған файл қалған жоқ. Хабарлауға арналған мәліметтер үшін REGLAMENT_DEBUG=1 арқылы қайта іске қосыңыз.',
  },
  summary: {
    en: '{errors} errors, {warnings} warnings, {notes} notes, {acknowledged} acknowledged',
    ru: 'ошибок {errors}, предупреждений {warnings}, замечаний {notes}, принято {acknowledged}',
    kk: 'қате {errors}, ескерту {warnings}, ескертпе {notes}, қабылданған {acknowledged}',
  },
} satisfies Record<string, Said>;

export const progress = {
  line: {
    en: '{count} documents, {percent} %, {rate} a second, {left} left',
    ru: 'документов {count}, {percent} %, {rate} в секунду, осталось {left}',
    kk: 'құжат {count}, {percent} %, секундына {rate}, қалды {left}',
  },
} satisfies Record<string, Said>;

/** The headings that commander prints in its help. */
export const headings: Readonly<Record<string, Said>> = {
  'Usage:': { en: 'Usage:', ru: 'Вызов:', kk: 'Қолдану:' },
  'Arguments:': { en: 'Arguments:', ru: 'Аргументы:', kk: 'Аргументтер:' },
  'Options:': { en: 'Options:', ru: 'Ключи:', kk: 'Кілттер:' },
  'Commands:': { en: 'Commands:', ru: 'Команды:', kk: 'Командалар:' },
};

/** How commander says wrong use, and how we say it. */
export const usageFaults: readonly { readonly pattern: RegExp; readonly said: Said }[] = [
  {
    pattern: /unknown option '([^']*)'/,
    said: { en: 'there is no option {0}', ru: 'нет ключа {0}', kk: '{0} кілті жоқ' },
  },
  {
    pattern: /unknown command '([^']*)'/,
    said: { en: 'there is no command {0}', ru: 'нет команды {0}', kk: '{0} командасы жоқ' },
  },
  {
    pattern: /missing required argument '([^']*)'/,
    said: { en: 'the argument <{0}> is missing', ru: 'не указан аргумент <{0}>', kk: '<{0}> аргументі көрсетілмеген' },
  },
  {
    pattern: /required option '([^']*)' not specified/,
    said: { en: 'the option {0} is missing', ru: 'не указан ключ {0}', kk: '{0} кілті көрсетілмеген' },
  },
  {
    pattern: /option '([^']*)' argument missing/,
    said: { en: 'the option {0} lacks its value', ru: 'у ключа {0} нет значения', kk: '{0} кілтінің мәні жоқ' },
  },
  {
    pattern: /option '([^']*)' argument '([^']*)' is invalid\.? ?(.*)/,
    said: {
      en: 'the option {0} cannot be «{1}». {2}',
      ru: 'ключ {0} не может быть «{1}». {2}',
      kk: '{0} кілті «{1}» бола алмайды. {2}',
    },
  },
  {
    pattern: /command-argument value '([^']*)' is invalid for argument '([^']*)'\. ?(.*)/,
    said: {
      en: 'the argument {1} cannot be «{0}». {2}',
      ru: 'аргумент {1} не может быть «{0}». {2}',
      kk: '{1} аргументі «{0}» бола алмайды. {2}',
    },
  },
  {
    pattern: /option '([^']*)' cannot be used with option '([^']*)'/,
    said: {
      en: '{0} and {1} exclude each other',
      ru: '{0} и {1} исключают друг друга',
      kk: '{0} мен {1} бірге қолданылмайды',
    },
  },
  {
    pattern: /too many arguments/,
    said: { en: 'there are too many arguments', ru: 'лишние аргументы', kk: 'аргументтер тым көп' },
  },
];
