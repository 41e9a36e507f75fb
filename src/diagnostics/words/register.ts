import { entries } from './entry.ts';

/** What keeps a document out of the register of issued ones. */
export const register = entries({
  'register-unprinted': {
    severity: 'warning',
    en: {
      message: 'documents that the cases give and that were not printed: {count}',
      hint: 'they are listed on a sheet of their own; print them with «reglament render», or name their folder with --documents (now {folder})',
    },
    ru: {
      message: 'документов, которые следуют из дел, но не напечатаны: {count}',
      hint: 'они перечислены на отдельном листе; напечатайте их командой «reglament render» или укажите их папку в --documents (сейчас {folder})',
    },
    kk: {
      message: 'істерден туындайтын, бірақ басып шығарылмаған құжаттар: {count}',
      hint: 'олар бөлек парақта келтірілген; «reglament render» арқылы басып шығарыңыз немесе бумасын --documents арқылы көрсетіңіз (қазір {folder})',
    },
  },
  'register-differs': {
    severity: 'warning',
    en: {
      message: 'documents whose data are no longer those from which they were printed: {count}',
      hint: 'they are listed on a sheet of their own; either the case is wrong or the document has to be printed anew',
    },
    ru: {
      message: 'документов, данные которых уже не те, по которым они напечатаны: {count}',
      hint: 'они перечислены на отдельном листе; либо ошибка в деле, либо документ надо напечатать заново',
    },
    kk: {
      message: 'деректері басып шығарылған кездегіден өзгерген құжаттар: {count}',
      hint: 'олар бөлек парақта келтірілген; не іс қате, не құжатты қайта басып шығару керек',
    },
  },
  'register-missing': {
    severity: 'warning',
    en: {
      message: 'documents that were printed and are no longer in {folder}: {count}',
      hint: 'they are listed on a sheet of their own',
    },
    ru: {
      message: 'документов, которые были напечатаны, но которых больше нет в {folder}: {count}',
      hint: 'они перечислены на отдельном листе',
    },
    kk: {
      message: 'басып шығарылған, бірақ {folder} ішінде енді жоқ құжаттар: {count}',
      hint: 'олар бөлек парақта келтірілген',
    },
  },
  'register-altered': {
    severity: 'warning',
    en: {
      message: 'documents that were altered after they were printed: {count}',
      hint: 'they are listed on a sheet of their own; «reglament verify» says what was altered',
    },
    ru: {
      message: 'документов, изменённых после печати: {count}',
      hint: 'они перечислены на отдельном листе; что изменено, скажет «reglament verify»',
    },
    kk: {
      message: 'басып шығарылғаннан кейін өзгертілген құжаттар: {count}',
      hint: 'олар бөлек парақта келтірілген; не өзгергенін «reglament verify» айтады',
    },
  },
  'register-caseless': {
    severity: 'warning',
    en: {
      message: 'printed documents of which none of the given cases tells: {count}',
      hint: 'they are listed on a sheet of their own; give all cases of {folder} for a whole register',
    },
    ru: {
      message: 'напечатанных документов, о которых не говорит ни одно из указанных дел: {count}',
      hint: 'они перечислены на отдельном листе; для полного реестра укажите все дела папки {folder}',
    },
    kk: {
      message: 'көрсетілген істердің ешқайсысы айтпайтын басып шығарылған құжаттар: {count}',
      hint: 'олар бөлек парақта келтірілген; толық тізілім үшін {folder} бумасының барлық істерін көрсетіңіз',
    },
  },
  'register-specimen': {
    severity: 'warning',
    en: {
      message: 'documents that are specimens: {count}',
      hint: 'they are listed on a sheet of their own; --specimens puts them into the register, marked',
    },
    ru: {
      message: 'документов, которые являются образцами: {count}',
      hint: 'они перечислены на отдельном листе; --specimens включает их в реестр с пометкой',
    },
    kk: {
      message: 'үлгі болып табылатын құжаттар: {count}',
      hint: 'олар бөлек парақта келтірілген; --specimens оларды белгілеп тізілімге енгізеді',
    },
  },
  'register-uncompared': {
    severity: 'warning',
    en: {
      message: 'nothing was printed into {folder}: the register lists what the cases give, without hashes of files',
      hint: 'print first, or name the folder of the printed documents with --documents',
    },
    ru: {
      message: 'в {folder} ничего не напечатано: в реестре то, что следует из дел, без хешей файлов',
      hint: 'сначала напечатайте документы или укажите их папку в --documents',
    },
    kk: {
      message: '{folder} ішіне ештеңе басып шығарылмаған: тізілімде істерден туындайтын құжаттар, файл хештерінсіз',
      hint: 'алдымен құжаттарды басып шығарыңыз немесе олардың бумасын --documents арқылы көрсетіңіз',
    },
  },
  'register-number-doubled': {
    severity: 'warning',
    en: {
      message: 'the number {number} stands on two documents of one kind: {other} and {file}',
      hint: 'both are in the register; one of them has a wrong number',
    },
    ru: {
      message: 'номер {number} стоит на двух документах одного вида: {other} и {file}',
      hint: 'в реестре оба; у одного из них номер неверен',
    },
    kk: {
      message: '{number} нөмірі бір түрдегі екі құжатта тұр: {other} және {file}',
      hint: 'тізілімде екеуі де бар; біреуінің нөмірі қате',
    },
  },
});
