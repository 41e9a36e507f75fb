import { entries } from './entry.ts';

/** What `verify` finds about the signature of a document. */
export const signature = entries({
  'signature-absent': {
    severity: 'error',
    en: {
      message: '{file} says on its page that it is signed, and carries no signature',
      hint: 'a detached signature lies beside it as {file}.cms',
    },
    ru: {
      message: '{file}: на странице сказано, что документ подписан, а подписи нет',
      hint: 'отсоединённая подпись лежит рядом: {file}.cms',
    },
    kk: {
      message: '{file}: бетінде құжатқа қол қойылған делінген, бірақ қолтаңба жоқ',
      hint: 'бөлек қолтаңба қасында тұрады: {file}.cms',
    },
  },
  'signature-unreadable': {
    severity: 'error',
    en: { message: 'the signature of {file} cannot be read: it is not one CMS signature' },
    ru: { message: 'подпись {file} не читается: это не одна подпись CMS' },
    kk: { message: '{file} қолтаңбасы оқылмайды: бұл бір CMS қолтаңбасы емес' },
  },
  'signature-bytes-differ': {
    severity: 'error',
    en: { message: '{file} was changed after it was signed' },
    ru: { message: '{file} изменён после подписания' },
    kk: { message: '{file} қол қойылғаннан кейін өзгертілген' },
  },
  'signature-key-differs': {
    severity: 'error',
    en: { message: 'the signature of {file} was not made by the key of its certificate' },
    ru: { message: 'подпись {file} сделана не ключом её сертификата' },
    kk: { message: '{file} қолтаңбасы өз сертификатының кілтімен жасалмаған' },
  },
  'signature-partial': {
    severity: 'error',
    en: {
      message: 'the signature of {file} does not cover the whole document',
      hint: 'something was added after signing, or lies outside what was signed',
    },
    ru: {
      message: 'подпись {file} охватывает не весь документ',
      hint: 'после подписания что-то добавлено, или часть файла осталась вне подписи',
    },
    kk: {
      message: '{file} қолтаңбасы бүкіл құжатты қамтымайды',
      hint: 'қол қойылғаннан кейін бірдеңе қосылған немесе файлдың бөлігі қолтаңбадан тыс қалған',
    },
  },
  'signature-several': {
    severity: 'error',
    en: { message: '{file} carries {count} signatures; a document of this program has one' },
    ru: { message: 'подписей в {file}: {count}; у документа этой программы одна' },
    kk: { message: '{file} ішіндегі қолтаңба саны: {count}; бұл бағдарламаның құжатында біреу болады' },
  },
  'signature-unknown': {
    severity: 'warning',
    en: {
      message: 'the signature of {file} was not checked: its algorithm ({algorithm}) is not known here',
      hint: 'the national algorithms are checked by NCALayer, NCANode or the site of the authority',
    },
    ru: {
      message: 'подпись {file} не проверена: её алгоритм ({algorithm}) здесь неизвестен',
      hint: 'национальные алгоритмы проверяют NCALayer, NCANode или сайт удостоверяющего центра',
    },
    kk: {
      message: '{file} қолтаңбасы тексерілмеді: оның алгоритмі ({algorithm}) мұнда белгісіз',
      hint: 'ұлттық алгоритмдерді NCALayer, NCANode немесе куәландырушы орталықтың сайты тексереді',
    },
  },
  'signature-weak': {
    severity: 'error',
    en: { message: 'the signature of {file} was made with {algorithm} and could be forged: it proves nothing' },
    ru: { message: 'подпись {file} сделана с помощью {algorithm}, её можно подделать: она ничего не доказывает' },
    kk: { message: '{file} қолтаңбасы {algorithm} арқылы жасалған, оны қолдан жасауға болады: ол ештеңе дәлелдемейді' },
  },
  'signature-not-for-signing': {
    severity: 'error',
    en: { message: '{file} was signed by a key that by its certificate may not sign documents' },
    ru: { message: '{file} подписан ключом, который по сертификату не предназначен для подписи' },
    kk: { message: '{file} құжатына сертификаты бойынша қол қоюға арналмаған кілтпен қол қойылған' },
  },
  'signature-out-of-time': {
    severity: 'error',
    en: { message: 'the certificate of {file} is valid from {from} to {to}, and it was signed on {time}' },
    ru: { message: 'сертификат {file} действует с {from} по {to}, а подписан документ {time}' },
    kk: { message: '{file} сертификаты {from} мен {to} аралығында жарамды, ал құжатқа {time} қол қойылған' },
  },
  'signature-untrusted': {
    severity: 'error',
    en: {
      message: 'the certificate of {file} leads to none of those in --ca: its issuer is «{issuer}»',
      hint: 'give the certificates of the authority, and of those above it, in one file',
    },
    ru: {
      message: 'сертификат {file} не ведёт ни к одному из указанных в --ca: его выдал «{issuer}»',
      hint: 'дайте сертификаты удостоверяющего центра и вышестоящих одним файлом',
    },
    kk: {
      message: '{file} сертификаты --ca ішінде көрсетілгендердің біріне де апармайды: оны «{issuer}» берген',
      hint: 'куәландырушы орталық пен одан жоғары тұрғандардың сертификаттарын бір файлмен беріңіз',
    },
  },
  'signature-chain-unfit': {
    severity: 'error',
    en: { message: 'on the way from the certificate of {file}, «{name}» was not valid then or may not certify others' },
    ru: { message: 'в цепочке сертификата {file}: «{name}» тогда не действовал или не вправе удостоверять других' },
    kk: {
      message:
        '{file} сертификатының тізбегінде «{name}» ол кезде жарамсыз болған немесе басқаларды куәландыра алмайды',
    },
  },
  'signature-block-differs': {
    severity: 'error',
    en: {
      message: 'the words about the signature on the page of {file} are not those of its certificate or its time',
      hint: 'page: {printed}; signature: {found}',
    },
    ru: {
      message: 'слова о подписи на странице {file} не те, что в её сертификате или времени',
      hint: 'на странице: {printed}; в подписи: {found}',
    },
    kk: {
      message: '{file} бетіндегі қолтаңба туралы сөздер оның сертификаты не уақытымен сәйкес емес',
      hint: 'бетте: {printed}; қолтаңбада: {found}',
    },
  },
  'stamp-wrong': {
    severity: 'error',
    en: {
      message: 'the time stamp in {file} is broken, was given for another signature, or by a key that may not give any',
    },
    ru: {
      message: 'метка времени в {file} нарушена, выдана для другой подписи или ключом, который не вправе их выдавать',
    },
    kk: {
      message:
        '{file} ішіндегі уақыт белгісі бұзылған, басқа қолтаңбаға не уақыт белгісін беруге құқығы жоқ кілтпен берілген',
    },
  },
  'stamp-unknown': {
    severity: 'warning',
    en: { message: 'the time stamp in {file} was not checked: its algorithm ({algorithm}) is not known here' },
    ru: { message: 'метка времени в {file} не проверена: её алгоритм ({algorithm}) здесь неизвестен' },
    kk: { message: '{file} ішіндегі уақыт белгісі тексерілмеді: оның алгоритмі ({algorithm}) мұнда белгісіз' },
  },
  'manifest-broken': {
    severity: 'error',
    en: { message: 'the manifest cannot be read', hint: 'give the manifest.json that «render» wrote' },
    ru: { message: 'манифест не читается', hint: 'укажите manifest.json, который записал «render»' },
    kk: { message: 'манифест оқылмайды', hint: '«render» жазған manifest.json файлын көрсетіңіз' },
  },
  'manifest-unlisted': {
    severity: 'error',
    en: { message: '{file} does not stand in the manifest' },
    ru: { message: '{file} нет в манифесте' },
    kk: { message: '{file} манифестте жоқ' },
  },
  'manifest-differs': {
    severity: 'error',
    en: { message: '{file} is not, byte for byte, the file that the manifest names' },
    ru: { message: '{file} не совпадает байт в байт с файлом, названным в манифесте' },
    kk: { message: '{file} манифестте аталған файлмен байтпен-байт сәйкес емес' },
  },
  'manifest-original-differs': {
    severity: 'error',
    en: { message: '{file} does not begin with the document that the manifest says was there before signing' },
    ru: { message: '{file} не начинается с документа, который по манифесту был до подписания' },
    kk: { message: '{file} манифест бойынша қол қойылғанға дейін болған құжаттан басталмайды' },
  },
});
