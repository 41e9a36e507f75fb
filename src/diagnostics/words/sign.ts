import { entries } from './entry.ts';

/** Keys, certificates and the making of signatures. */
export const sign = entries({
  'key-broken': {
    severity: 'error',
    en: {
      message: 'the key file cannot be read: it is no PKCS #12, or damaged',
      hint: 'give the .p12 or .pfx file whole, as the certification authority gave it',
    },
    ru: {
      message: 'файл ключа не читается: это не PKCS #12, или он повреждён',
      hint: 'укажите файл .p12 или .pfx целиком, как его выдал удостоверяющий центр',
    },
    kk: {
      message: 'кілт файлы оқылмайды: ол PKCS #12 емес немесе зақымданған',
      hint: 'куәландырушы орталық берген .p12 не .pfx файлын тұтас күйінде көрсетіңіз',
    },
  },
  'key-pass-phrase-wrong': {
    severity: 'error',
    en: {
      message: 'the pass phrase does not open the key file',
      hint: 'check the layout of the keyboard and Caps Lock; a damaged file looks the same',
    },
    ru: {
      message: 'пароль не открывает файл ключа',
      hint: 'проверьте раскладку клавиатуры и Caps Lock; повреждённый файл выглядит так же',
    },
    kk: {
      message: 'құпиясөз кілт файлын ашпайды',
      hint: 'пернетақта тілі мен Caps Lock пернесін тексеріңіз; зақымданған файл да осындай болып көрінеді',
    },
  },
  'key-cipher-unknown': {
    severity: 'error',
    en: {
      message: 'the key file is encrypted in a way that is not known here: {algorithm}',
      hint: 'export it anew with AES-256: openssl pkcs12 -in old.p12 -out key.pem, then openssl pkcs12 -export -in key.pem -out new.p12',
    },
    ru: {
      message: 'файл ключа зашифрован неизвестным здесь способом: {algorithm}',
      hint: 'перешифруйте его в AES-256: openssl pkcs12 -in old.p12 -out key.pem, затем openssl pkcs12 -export -in key.pem -out new.p12',
    },
    kk: {
      message: 'кілт файлы мұнда белгісіз тәсілмен шифрланған: {algorithm}',
      hint: 'оны AES-256 арқылы қайта шифрлаңыз: openssl pkcs12 -in old.p12 -out key.pem, содан кейін openssl pkcs12 -export -in key.pem -out new.p12',
    },
  },
  'key-none': {
    severity: 'error',
    en: { message: 'the key file holds no private key', hint: 'export it together with the key' },
    ru: { message: 'в файле нет закрытого ключа', hint: 'выгрузите его вместе с ключом' },
    kk: { message: 'файлда жабық кілт жоқ', hint: 'оны кілтімен бірге шығарып алыңыз' },
  },
  'key-several': {
    severity: 'error',
    en: {
      message: 'the key file holds {count} private keys, and which of them is to sign cannot be known',
      hint: 'export the one key that signs into a file of its own',
    },
    ru: {
      message: 'закрытых ключей в файле {count}: неизвестно, каким подписывать',
      hint: 'выгрузите нужный ключ в отдельный файл',
    },
    kk: {
      message: 'файлдағы жабық кілттер саны {count}: қайсысымен қол қою керегі белгісіз',
      hint: 'қол қоятын кілтті бөлек файлға шығарып алыңыз',
    },
  },
  'key-kind-unknown': {
    severity: 'error',
    en: {
      message: 'keys of the kind {algorithm} do not sign documents here',
      hint: 'RSA of 2048 bits or more, or EC on P-256, P-384, P-521; other keys sign through --sign-command',
    },
    ru: {
      message: 'ключи вида {algorithm} здесь документов не подписывают',
      hint: 'нужен RSA от 2048 бит или EC на P-256, P-384, P-521; другие ключи подписывают через --sign-command',
    },
    kk: {
      message: '{algorithm} түріндегі кілттер мұнда құжатқа қол қоймайды',
      hint: 'кемінде 2048 биттік RSA немесе P-256, P-384, P-521 қисықтарындағы EC керек; басқа кілттер --sign-command арқылы қол қояды',
    },
  },
  'key-national': {
    severity: 'error',
    en: {
      message: 'this is a key of the national algorithm (ГОСТ 34.310, {algorithm}), which this program does not have',
      hint: 'sign through NCALayer or NCANode: --sign-command, see docs/signing.md',
    },
    ru: {
      message: 'это ключ национального алгоритма (ГОСТ 34.310, {algorithm}), которого в программе нет',
      hint: 'подписывайте через NCALayer или NCANode: --sign-command, см. docs/signing.md',
    },
    kk: {
      message: 'бұл — ұлттық алгоритмнің кілті (МЕМСТ 34.310, {algorithm}), ол бағдарламада жоқ',
      hint: 'NCALayer не NCANode арқылы қол қойыңыз: --sign-command, docs/signing.md қараңыз',
    },
  },
  'key-short': {
    severity: 'error',
    en: { message: 'an RSA key of {bits} bits proves nothing any more', hint: '{shortest} bits at least' },
    ru: { message: 'ключ RSA в {bits} бит уже ничего не доказывает', hint: 'не меньше {shortest} бит' },
    kk: { message: '{bits} биттік RSA кілті енді ештеңе дәлелдемейді', hint: 'кемінде {shortest} бит' },
  },
  'certificate-none': {
    severity: 'error',
    en: { message: 'the key file holds no certificate', hint: 'export the key together with its certificate' },
    ru: { message: 'в файле ключа нет сертификата', hint: 'выгрузите ключ вместе с его сертификатом' },
    kk: { message: 'кілт файлында сертификат жоқ', hint: 'кілтті сертификатымен бірге шығарып алыңыз' },
  },
  'certificate-broken': {
    severity: 'error',
    en: { message: 'the certificate cannot be read', hint: 'give it as PEM or DER (X.509)' },
    ru: { message: 'сертификат не читается', hint: 'укажите его в PEM или DER (X.509)' },
    kk: { message: 'сертификат оқылмайды', hint: 'оны PEM не DER (X.509) түрінде беріңіз' },
  },
  'certificate-of-another-key': {
    severity: 'error',
    en: {
      message: 'none of the certificates in the key file belongs to its key',
      hint: 'export the key again with the certificate that was issued for it',
    },
    ru: {
      message: 'ни один сертификат в файле не принадлежит его ключу',
      hint: 'выгрузите ключ заново с выданным на него сертификатом',
    },
    kk: {
      message: 'файлдағы сертификаттардың ешқайсысы оның кілтіне тиесілі емес',
      hint: 'кілтті оған берілген сертификатпен қайта шығарып алыңыз',
    },
  },
  'sign-time-ahead': {
    severity: 'error',
    en: {
      message: 'the time of signing is stated as {time}, and it is only {now}',
      hint: 'leave --sign-time out: the clock is taken',
    },
    ru: {
      message: 'время подписания указано {time}, а сейчас только {now}',
      hint: 'не указывайте --sign-time: будет взято время часов',
    },
    kk: {
      message: 'қол қою уақыты {time} деп көрсетілген, ал қазір небәрі {now}',
      hint: '--sign-time көрсетпеңіз: сағаттағы уақыт алынады',
    },
  },
  'certificate-not-yet-valid': {
    severity: 'error',
    en: { message: 'the certificate is valid from {from} on; the time of signing is {time}' },
    ru: { message: 'сертификат действует только с {from}, а время подписания — {time}' },
    kk: { message: 'сертификат {from} бастап қана жарамды, ал қол қою уақыты — {time}' },
  },
  'certificate-expired': {
    severity: 'error',
    en: {
      message: 'the certificate expired on {to}; the time of signing is {time}',
      hint: 'renew it at the certification authority',
    },
    ru: {
      message: 'срок сертификата истёк {to}, а время подписания — {time}',
      hint: 'продлите его в удостоверяющем центре',
    },
    kk: {
      message: 'сертификаттың мерзімі {to} аяқталған, ал қол қою уақыты — {time}',
      hint: 'оны куәландырушы орталықта жаңартыңыз',
    },
  },
  'certificate-not-for-signing': {
    severity: 'error',
    en: {
      message: 'by its certificate this key may not sign documents',
      hint: 'use the key that was issued for signing',
    },
    ru: {
      message: 'по сертификату этот ключ не предназначен для подписи',
      hint: 'возьмите ключ, выданный для подписи',
    },
    kk: {
      message: 'сертификаты бойынша бұл кілт қол қоюға арналмаған',
      hint: 'қол қоюға берілген кілтті алыңыз',
    },
  },
  'certificate-for-logging-in': {
    severity: 'warning',
    en: {
      message:
        'the certificate does not say that its key may commit its owner (non-repudiation): it may be a key for logging in',
      hint: 'the national authority issues two keys: AUTH logs in, the other one signs',
    },
    ru: {
      message: 'в сертификате нет неотрекаемости: возможно, это ключ для входа, а не для подписи',
      hint: 'НУЦ РК выдаёт два ключа: AUTH — для входа, другой — для подписи',
    },
    kk: {
      message:
        'сертификатта бас тартпаушылық белгісі жоқ: бұл қол қоюға емес, жүйеге кіруге арналған кілт болуы мүмкін',
      hint: 'ҰКО екі кілт береді: AUTH — кіруге, екіншісі — қол қоюға',
    },
  },
  'pass-phrase-missing': {
    severity: 'error',
    en: {
      message: 'the key file asks for a pass phrase, and there is nobody to type it',
      hint: 'give it by --pass-fd N or in the environment variable REGLAMENT_PASS_PHRASE; never on the command line',
    },
    ru: {
      message: 'для файла ключа нужен пароль, а набрать его некому',
      hint: 'передайте его через --pass-fd N или переменную среды REGLAMENT_PASS_PHRASE, но не в командной строке',
    },
    kk: {
      message: 'кілт файлына құпиясөз керек, бірақ оны теретін ешкім жоқ',
      hint: 'оны --pass-fd N немесе REGLAMENT_PASS_PHRASE орта айнымалысы арқылы беріңіз, бірақ команда жолында емес',
    },
  },
  'pass-phrase-unreadable': {
    severity: 'error',
    en: { message: 'the pass phrase cannot be read from file descriptor {descriptor}: {reason}' },
    ru: { message: 'пароль не читается из дескриптора {descriptor}: {reason}' },
    kk: { message: 'құпиясөз {descriptor} дескрипторынан оқылмайды: {reason}' },
  },
  'tsa-unreachable': {
    severity: 'error',
    en: {
      message: 'the time stamp authority {url} does not answer: {reason}',
      hint: 'try again when it does; without --tsa documents are signed without a time stamp',
    },
    ru: {
      message: 'служба меток времени {url} не отвечает: {reason}',
      hint: 'повторите, когда ответит; без --tsa документы подписываются без метки времени',
    },
    kk: {
      message: '{url} уақыт белгісі қызметі жауап бермейді: {reason}',
      hint: 'жауап бергенде қайталаңыз; --tsa болмаса, құжаттарға уақыт белгісінсіз қол қойылады',
    },
  },
  'tsa-refused': {
    severity: 'error',
    en: { message: 'the time stamp authority {url} refused: {reason}' },
    ru: { message: 'служба меток времени {url} отказала: {reason}' },
    kk: { message: '{url} уақыт белгісі қызметі бас тартты: {reason}' },
  },
  'tsa-reply-broken': {
    severity: 'error',
    en: {
      message: 'what {url} answered is no time stamp of this signature',
      hint: 'check that the address is that of a time stamp authority (RFC 3161)',
    },
    ru: {
      message: 'ответ {url} — не метка времени этой подписи',
      hint: 'проверьте, что адрес принадлежит службе меток времени (RFC 3161)',
    },
    kk: {
      message: '{url} жауабы бұл қолтаңбаның уақыт белгісі емес',
      hint: 'мекенжай уақыт белгісі қызметінікі екенін тексеріңіз (RFC 3161)',
    },
  },
  'sign-command-missing': {
    severity: 'error',
    en: {
      message: 'the signing program {program} could not be started: {reason}',
      hint: 'give its full path; no shell looks for it',
    },
    ru: {
      message: 'программа подписи {program} не запустилась: {reason}',
      hint: 'укажите полный путь: оболочка её не ищет',
    },
    kk: {
      message: '{program} қол қою бағдарламасы іске қосылмады: {reason}',
      hint: 'толық жолын көрсетіңіз: оны қабықша іздемейді',
    },
  },
  'sign-command-silent': {
    severity: 'error',
    en: {
      message: 'the signing program {program} gave no signature within {limit} s and was ended',
      hint: 'a longer time: --sign-timeout SECONDS',
    },
    ru: {
      message: 'программа подписи {program} не дала подписи за {limit} с и остановлена',
      hint: 'дольше ждать: --sign-timeout СЕКУНД',
    },
    kk: {
      message: '{program} қол қою бағдарламасы {limit} с ішінде қолтаңба бермеді, ол тоқтатылды',
      hint: 'ұзағырақ күту: --sign-timeout СЕКУНД',
    },
  },
  'sign-command-talkative': {
    severity: 'error',
    en: {
      message: 'the signing program {program} wrote more than {limit} bytes: that is no signature',
      hint: 'it writes one CMS (DER) to its output and nothing else',
    },
    ru: {
      message: 'программа подписи {program} выдала больше {limit} байт: это не подпись',
      hint: 'она пишет в вывод одну CMS (DER) и ничего больше',
    },
    kk: {
      message: '{program} қол қою бағдарламасы {limit} байттан көп шығарды: бұл қолтаңба емес',
      hint: 'ол шығысқа бір CMS (DER) ғана жазады',
    },
  },
  'sign-command-failed': {
    severity: 'error',
    en: { message: 'the signing program {program} ended with {status} and without a signature: {said}' },
    ru: { message: 'программа подписи {program} завершилась с {status} и без подписи: {said}' },
    kk: { message: '{program} қол қою бағдарламасы {status} кодымен, қолтаңбасыз аяқталды: {said}' },
  },
  'cms-broken': {
    severity: 'error',
    en: {
      message: 'what the signing program gave is not one CMS signature',
      hint: 'DER (not PEM, not base64), SignedData, one signer',
    },
    ru: {
      message: 'программа подписи выдала не одну подпись CMS',
      hint: 'нужна DER (не PEM и не base64), SignedData, один подписавший',
    },
    kk: {
      message: 'қол қою бағдарламасы бергені — бір CMS қолтаңбасы емес',
      hint: 'DER (PEM не base64 емес), SignedData, бір қол қоюшы керек',
    },
  },
  'cms-with-content': {
    severity: 'error',
    en: {
      message: 'the signature carries the signed bytes inside it',
      hint: 'ask the signing program for a detached signature',
    },
    ru: {
      message: 'подпись несёт подписанные байты внутри себя',
      hint: 'запросите у программы отсоединённую подпись (detached)',
    },
    kk: {
      message: 'қолтаңба қол қойылған байттарды өз ішінде алып жүр',
      hint: 'бағдарламадан бөлек қолтаңба (detached) сұраңыз',
    },
  },
  'cms-of-other-bytes': {
    severity: 'error',
    en: {
      message: 'the signature is not one of the bytes that were to be signed',
      hint: 'the program has to sign its input as it is, byte for byte: no text mode, no change of line ends, no hash in its place',
    },
    ru: {
      message: 'это подпись не тех байтов, что переданы для подписи',
      hint: 'программа подписывает свой ввод байт в байт: без текстового режима, замены концов строк и хеша вместо данных',
    },
    kk: {
      message: 'бұл — қол қоюға берілген байттардың қолтаңбасы емес',
      hint: 'бағдарлама кірісіне байтпен-байт қол қояды: мәтін режимінсіз, жол соңын ауыстырмай, деректің орнына хеш бермей',
    },
  },
  'cms-without-certificate': {
    severity: 'error',
    en: {
      message: 'the signature does not carry the certificate of its signer',
      hint: 'a reader of the document could not check it; let the program put the certificate in',
    },
    ru: {
      message: 'в подписи нет сертификата подписавшего',
      hint: 'читатель документа не смог бы её проверить: пусть программа вложит сертификат',
    },
    kk: {
      message: 'қолтаңбада қол қойған тұлғаның сертификаты жоқ',
      hint: 'құжатты оқушы оны тексере алмас еді: бағдарлама сертификатты қоссын',
    },
  },
  'cms-of-other-certificate': {
    severity: 'error',
    en: {
      message: 'the document names the certificate {expected}, but {serial} signed',
      hint: 'give with --sign-certificate the certificate of the key that the program uses',
    },
    ru: {
      message: 'в документе назван сертификат {expected}, а подписал {serial}',
      hint: 'укажите в --sign-certificate сертификат того ключа, которым подписывает программа',
    },
    kk: {
      message: 'құжатта {expected} сертификаты аталған, ал қолды {serial} қойған',
      hint: '--sign-certificate ішінде бағдарлама қолданатын кілттің сертификатын көрсетіңіз',
    },
  },
  'cms-weak': {
    severity: 'error',
    en: {
      message: 'the signature was made with {algorithm}: it could be forged, or readers of PDF could not check it',
      hint: 'RSA of 2048 bits or more or EC on P-256, P-384, P-521, with SHA-256, SHA-384 or SHA-512',
    },
    ru: {
      message: 'подпись сделана с помощью {algorithm}: её можно подделать, или читатели PDF её не проверят',
      hint: 'нужен RSA от 2048 бит или EC на P-256, P-384, P-521 с SHA-256, SHA-384 или SHA-512',
    },
    kk: {
      message:
        'қолтаңба {algorithm} арқылы жасалған: оны қолдан жасауға болады немесе PDF оқитын бағдарламалар тексере алмайды',
      hint: 'SHA-256, SHA-384 не SHA-512 қолданылған кемінде 2048 биттік RSA немесе P-256, P-384, P-521 қисықтарындағы EC керек',
    },
  },
  'cms-too-large': {
    severity: 'error',
    en: {
      message: 'the signature has {size} bytes, and the file keeps {room} free for it',
      hint: '--sign-room KILOBYTES keeps more, or --sign-detached puts it into a file of its own',
    },
    ru: {
      message: 'в подписи {size} байт, а в файле для неё оставлено {room}',
      hint: '--sign-room КИЛОБАЙТ оставит больше, а --sign-detached положит её в отдельный файл',
    },
    kk: {
      message: 'қолтаңба {size} байт, ал файлда оған {room} байт қалдырылған',
      hint: '--sign-room КИЛОБАЙТ көбірек орын қалдырады, --sign-detached оны бөлек файлға салады',
    },
  },
  'sign-given-up': {
    severity: 'error',
    en: {
      message: 'not signed: the signer failed {count} times in a row and was not asked again',
      hint: 'see the first of these faults; run again when it is mended',
    },
    ru: {
      message: 'не подписан: подпись не удалась {count} раза подряд, больше не пробовали',
      hint: 'см. первую из этих ошибок; повторите, когда она устранена',
    },
    kk: {
      message: 'қол қойылмады: қол қою қатарынан {count} рет сәтсіз болды, енді әрекет жасалмады',
      hint: 'осы қателердің біріншісін қараңыз; ол жойылғанда қайталаңыз',
    },
  },
  'sign-specimen': {
    severity: 'error',
    en: {
      message: 'a specimen is not signed as an original: its data are invented, and its signature would be true',
      hint: 'to rehearse, make the whole run one of specimens: --specimen; the block then says so',
    },
    ru: {
      message: 'образец не подписывается как подлинник: данные в нём вымышлены, а подпись была бы настоящей',
      hint: 'для пробы сделайте образцами весь запуск: --specimen; в блоке подписи это будет сказано',
    },
    kk: {
      message: 'үлгіге түпнұсқа ретінде қол қойылмайды: деректері ойдан алынған, ал қолтаңбасы шын болар еді',
      hint: 'байқап көру үшін бүкіл іске қосуды үлгі етіңіз: --specimen; бұл қолтаңба блогында айтылады',
    },
  },
  'sign-no-place': {
    severity: 'info',
    en: {
      message: '«{kind}» came out unsigned: its template has no place for an electronic signature of the office',
      hint: 'it is signed by pen, often by the applicant too',
    },
    ru: {
      message: '«{kind}» вышел без подписи: в его шаблоне нет места для электронной подписи ведомства',
      hint: 'он подписывается от руки, часто и заявителем',
    },
    kk: {
      message: '«{kind}» қолтаңбасыз шықты: үлгісінде мекеменің электрондық қолтаңбасына орын жоқ',
      hint: 'оған қолмен, көбіне өтініш беруші де қол қояды',
    },
  },
  'signature-dropped': {
    severity: 'warning',
    en: {
      message: '{file} was signed; it was made anew, and is not signed now',
      hint: 'sign it again: --sign, or the program by which it was signed',
    },
    ru: {
      message: '{file} был подписан; он сделан заново и теперь не подписан',
      hint: 'подпишите его снова: --sign или программой, которой он был подписан',
    },
    kk: {
      message: '{file} құжатына қол қойылған еді; ол қайта жасалды, енді қолтаңбасы жоқ',
      hint: 'оған қайта қол қойыңыз: --sign немесе бұрын қол қойған бағдарлама арқылы',
    },
  },
  'signature-beside-other': {
    severity: 'warning',
    en: {
      message: '{file} is no signature of the document as it was made now',
      hint: 'it belongs to an earlier one: move it away, and sign the new document',
    },
    ru: {
      message: '{file} — не подпись документа в том виде, в каком он сделан сейчас',
      hint: 'она относится к прежнему: уберите её из папки и подпишите новый документ',
    },
    kk: {
      message: '{file} — құжаттың қазір жасалған түрінің қолтаңбасы емес',
      hint: 'ол бұрынғы құжаттікі: бумадан алып тастап, жаңасына қол қойыңыз',
    },
  },
  'signer-differs': {
    severity: 'warning',
    en: {
      message: 'the document names {officer}, but the certificate is that of {signer}',
      hint: 'check that the right key was given, or name in the case whoever signs',
    },
    ru: {
      message: 'в документе назван {officer}, а сертификат выдан на имя {signer}',
      hint: 'проверьте, тот ли ключ взят, или назовите в деле того, кто подписывает',
    },
    kk: {
      message: 'құжатта {officer} аталған, ал сертификат {signer} атына берілген',
      hint: 'кілттің дұрыс алынғанын тексеріңіз немесе істе қол қоятын адамды атаңыз',
    },
  },
});
