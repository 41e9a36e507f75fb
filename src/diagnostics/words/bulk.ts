import { entries } from './entry.ts';

/** Faults of many cases at once: streams, threads, what earlier runs left. */
export const bulk = entries({
  'record-broken': {
    severity: 'error',
    en: {
      message: 'here stands no whole case: {reason}',
      hint: 'each case is one object in braces: a line of its own in NDJSON, an entry of the list in JSON; the file may have been cut off',
    },
    ru: {
      message: 'здесь нет целого дела: {reason}',
      hint: 'каждое дело — один объект в фигурных скобках: отдельная строка в NDJSON, элемент списка в JSON; возможно, файл обрезан',
    },
    kk: {
      message: 'мұнда тұтас іс жоқ: {reason}',
      hint: 'әр іс — фигуралық жақшадағы бір нысан: NDJSON файлында бөлек жол, JSON файлында тізім элементі; файл үзіліп қалған болуы мүмкін',
    },
  },
  'case-crashed': {
    severity: 'error',
    en: {
      message: 'the program failed on this case, and printed nothing of it: {reason}',
      hint: 'this is a fault of the program; the other cases are not touched by it. Run this case alone with REGLAMENT_DEBUG=1 for the details to report',
    },
    ru: {
      message: 'на этом деле программа дала сбой и ничего из него не напечатала: {reason}',
      hint: 'это ошибка программы; на остальных делах она не сказалась. Запустите это дело отдельно с REGLAMENT_DEBUG=1, чтобы получить подробности для сообщения',
    },
    kk: {
      message: 'бұл істе бағдарлама істен шығып, одан ештеңе басып шығармады: {reason}',
      hint: 'бұл — бағдарламаның қатесі; басқа істерге әсер еткен жоқ. Хабарлауға арналған мәліметтер үшін осы істі бөлек REGLAMENT_DEBUG=1 арқылы іске қосыңыз',
    },
  },
  'output-stale': {
    severity: 'warning',
    en: {
      message: '{file} was made by an earlier run, and the present data do not give it',
      hint: 'do not hand it out; move it away. manifest.json keeps its hash under «superseded»',
    },
    ru: {
      message: '{file} сделан прежним запуском, а нынешние данные его не дают',
      hint: 'не выдавайте его, уберите из папки; его хеш хранит manifest.json в разделе «superseded»',
    },
    kk: {
      message: '{file} бұрынғы іске қосуда жасалған, қазіргі деректер оны бермейді',
      hint: 'оны бермеңіз, бумадан алып тастаңыз; оның хешін manifest.json «superseded» бөлімінде сақтайды',
    },
  },
  'print-document-lost': {
    severity: 'error',
    en: {
      message: '{file} is not in the file for the printer: it was removed or altered while that was written',
      hint: 'run again: the document is made anew, and the file for the printer with it',
    },
    ru: {
      message: '{file} не попал в файл для печати: пока тот записывался, документ удалили или изменили',
      hint: 'запустите ещё раз: документ и файл для печати будут сделаны заново',
    },
    kk: {
      message: '{file} басып шығару файлына кірмеді: ол жазылып жатқанда құжат жойылған немесе өзгертілген',
      hint: 'қайта іске қосыңыз: құжат та, басып шығару файлы да жаңадан жасалады',
    },
  },
  'print-over-document': {
    severity: 'error',
    en: {
      message: 'the file for the printer would be written over the document {file}',
      hint: 'give --merge another name',
    },
    ru: { message: 'файл для печати был бы записан поверх документа {file}', hint: 'укажите в --merge другое имя' },
    kk: {
      message: 'басып шығару файлы {file} құжатының үстінен жазылар еді',
      hint: '--merge үшін басқа ат көрсетіңіз',
    },
  },
  'findings-more': {
    severity: 'info',
    en: { message: 'and {count} more findings {code}', hint: 'manifest.json names the findings of every case' },
    ru: { message: 'и ещё находок {code}: {count}', hint: 'manifest.json называет находки каждого дела' },
    kk: { message: 'және тағы {code} табылғандары: {count}', hint: 'manifest.json әр істің табылғандарын атайды' },
  },
});
