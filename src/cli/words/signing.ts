import type { Said } from '../locale.ts';

export const words = {
  sign: {
    en: 'sign every document with the key of this PKCS #12 file (.p12, .pfx); the pass phrase is asked for',
    ru: 'подписать каждый документ ключом из файла PKCS #12 (.p12, .pfx); пароль будет запрошен',
    kk: 'әр құжатқа осы PKCS #12 файлындағы (.p12, .pfx) кілтпен қол қою; құпиясөз сұралады',
  },
  passFd: {
    en: 'read the pass phrase from this file descriptor (else from REGLAMENT_PASS_PHRASE, else from the terminal)',
    ru: 'прочитать пароль из этого дескриптора (иначе из REGLAMENT_PASS_PHRASE, иначе с терминала)',
    kk: 'құпиясөзді осы дескриптордан оқу (әйтпесе REGLAMENT_PASS_PHRASE, әйтпесе терминалдан)',
  },
  tsa: {
    en: 'have each signature time-stamped by this authority (RFC 3161)',
    ru: 'заверить каждую подпись меткой времени этой службы (RFC 3161)',
    kk: 'әр қолтаңбаны осы қызметтің уақыт белгісімен куәландыру (RFC 3161)',
  },
  command: {
    en: 'sign by this program instead: bytes on its input, a detached CMS (DER) on its output; no shell',
    ru: 'подписать этой программой: байты ей на ввод, отсоединённая CMS (DER) из вывода; без оболочки',
    kk: 'осы бағдарламамен қол қою: кірісіне байттар, шығысынан бөлек CMS (DER); қабықшасыз',
  },
  certificate: {
    en: 'the certificate by which the program signs (PEM or DER)',
    ru: 'сертификат, которым подписывает программа (PEM или DER)',
    kk: 'бағдарлама қол қоятын сертификат (PEM не DER)',
  },
  detached: {
    en: 'put the signature into a file beside the document (.pdf.cms) instead of into it',
    ru: 'положить подпись не в документ, а в файл рядом с ним (.pdf.cms)',
    kk: 'қолтаңбаны құжатқа емес, қасындағы файлға (.pdf.cms) салу',
  },
  time: {
    en: 'the time of signing, for example 2025-11-25T15:19 (default: now)',
    ru: 'время подписания, например 2025-11-25T15:19 (по умолчанию сейчас)',
    kk: 'қол қою уақыты, мысалы 2025-11-25T15:19 (әдепкіде: қазір)',
  },
  timeout: {
    en: 'how long to wait for the program or the time stamp, in seconds',
    ru: 'сколько секунд ждать программу или метку времени',
    kk: 'бағдарламаны не уақыт белгісін неше секунд күту',
  },
  room: {
    en: 'kilobytes to keep free in a document for the signature of the program (32)',
    ru: 'сколько килобайт оставить в документе для подписи программы (32)',
    kk: 'бағдарлама қолтаңбасына құжатта неше килобайт қалдыру (32)',
  },
  ask: {
    en: 'Pass phrase of {file}: ',
    ru: 'Пароль к {file}: ',
    kk: '{file} құпиясөзі: ',
  },
  again: {
    en: 'It does not open the key file. Once more.',
    ru: 'Он не открывает файл ключа. Ещё раз.',
    kk: 'Ол кілт файлын ашпайды. Тағы бір рет теріңіз.',
  },
  signed: {
    en: '{count} signed by {signer} (certificate {serial}), {time}',
    ru: 'подписано: {count}; {signer} (сертификат {serial}), {time}',
    kk: 'қол қойылды: {count}; {signer} (сертификат {serial}), {time}',
  },
} satisfies Record<string, Said>;
