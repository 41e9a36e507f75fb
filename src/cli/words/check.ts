import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Checks regulations, cases and templates, and reports where an act contradicts itself.',
    ru: 'Проверяет регламенты, дела и шаблоны и сообщает, где акт противоречит сам себе.',
    kk: 'Регламенттерді, істерді және үлгілерді тексереді, актінің өзіне қай жерде қайшы келетінін хабарлайды.',
  },
  path: {
    en: 'address (act/service), act, or a file or folder of regulations, cases or templates; none means all but cases',
    ru: 'адрес (акт/услуга), акт либо файл или папка регламентов, дел или шаблонов; без него — всё, кроме дел',
    kk: 'мекенжай (акт/қызмет), акт не регламенттер, істер немесе үлгілер файлы не бумасы; көрсетілмесе — істерден басқаның бәрі',
  },
  format: { en: 'form of the findings', ru: 'вид вывода', kk: 'шығару түрі' },
  maxWarnings: {
    en: 'fail when there are more warnings than this',
    ru: 'считать ошибкой, если предупреждений больше этого числа',
    kk: 'ескертулер осы саннан көп болса, қате деп санау',
  },
  fix: {
    en: 'mend first what is certain: superfluous spaces',
    ru: 'сначала исправить то, в чём нет сомнений: лишние пробелы',
    kk: 'алдымен күмәнсізді түзету: артық бос орындар',
  },
  fixed: { en: '{mended} texts mended', ru: 'исправлено текстов: {mended}', kk: 'түзетілген мәтіндер: {mended}' },
  act: {
    en: '{act}: {errors} errors, {warnings} warnings, {notes} notes',
    ru: '{act}: ошибок {errors}, предупреждений {warnings}, замечаний {notes}',
    kk: '{act}: қате {errors}, ескерту {warnings}, ескертпе {notes}',
  },
  done: {
    en: '{acts} acts, {regulations} regulations: {errors} errors, {warnings} warnings, {notes} notes, {acknowledged} acknowledged',
    ru: 'актов {acts}, регламентов {regulations}: ошибок {errors}, предупреждений {warnings}, замечаний {notes}, принято {acknowledged}',
    kk: 'акт {acts}, регламент {regulations}: қате {errors}, ескерту {warnings}, ескертпе {notes}, қабылданған {acknowledged}',
  },
} satisfies Record<string, Said>;
