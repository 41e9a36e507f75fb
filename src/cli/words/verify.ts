import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Says whether the data inside a printed document, its hash, its QR code and its pages agree, and what its signature proves.',
    ru: 'Сообщает, согласуются ли данные внутри напечатанного документа, его хеш, QR-код и страницы и что доказывает его подпись.',
    kk: 'Басылған құжаттың ішіндегі деректер, оның хеші, QR-коды және беттері сәйкес келетінін және қолтаңбасы нені дәлелдейтінін хабарлайды.',
  },
  file: {
    en: 'PDF files that «render» made; a detached signature is looked for beside each, as FILE.pdf.cms',
    ru: 'файлы PDF, сделанные командой «render»; отсоединённая подпись ищется рядом: ФАЙЛ.pdf.cms',
    kk: '«render» жасаған PDF файлдары; бөлек қолтаңба қасынан ізделеді: ФАЙЛ.pdf.cms',
  },
  ca: {
    en: 'certificates that you trust (PEM, any number): those of the signers have to lead to one of them',
    ru: 'сертификаты, которым вы доверяете (PEM, сколько угодно): к одному из них должны вести сертификаты подписавших',
    kk: 'сіз сенетін сертификаттар (PEM, қанша болса да): қол қойғандардың сертификаттары соның біріне апаруы тиіс',
  },
  manifest: {
    en: 'the manifest.json of the run: every file has to stand in it as it is',
    ru: 'manifest.json того запуска: каждый файл должен стоять в нём таким, какой есть',
    kk: 'сол іске қосудың manifest.json файлы: әр файл онда қазіргі күйінде тұруы тиіс',
  },
  genuine: {
    en: '{file}: № {number}, {kind}, agrees',
    ru: '{file}: № {number}, {kind}, согласуется',
    kk: '{file}: № {number}, {kind}, сәйкес',
  },
  listed: {
    en: '  stands in the manifest, byte for byte',
    ru: '  стоит в манифесте, байт в байт',
    kk: '  манифестте байтпен-байт тұр',
  },
  unsigned: {
    en: '  not signed: who made the file is not proved',
    ru: '  не подписан: кто сделал файл, не доказано',
    kk: '  қол қойылмаған: файлды кім жасағаны дәлелденбеген',
  },
  signed: {
    en: '  signed by {signer}, certificate {serial}, issued by {issuer}',
    ru: '  подписал {signer}, сертификат {serial}, выдан: {issuer}',
    kk: '  қол қойған {signer}, сертификат {serial}, берген: {issuer}',
  },
  detached: {
    en: '  the signature lies beside the document',
    ru: '  подпись лежит рядом с документом',
    kk: '  қолтаңба құжаттың қасында тұр',
  },
  whole: {
    en: '  the whole document is covered and unchanged since; the key of the certificate made the signature',
    ru: '  охвачен весь документ, с тех пор он не менялся; подпись сделана ключом сертификата',
    kk: '  бүкіл құжат қамтылған, содан бері өзгермеген; қолтаңба сертификаттың кілтімен жасалған',
  },
  unchecked: {
    en: '  read, but not checked: see the warning',
    ru: '  прочитана, но не проверена: см. предупреждение',
    kk: '  оқылды, бірақ тексерілмеді: ескертуді қараңыз',
  },
  time: {
    en: '  time of signing by the signer’s own clock: {time}',
    ru: '  время подписания по часам подписавшего: {time}',
    kk: '  қол қою уақыты қол қоюшының сағаты бойынша: {time}',
  },
  stamp: {
    en: '  time stamp: {time}, {authority}, which leads to a trusted certificate',
    ru: '  метка времени: {time}, {authority}; ведёт к доверенному сертификату',
    kk: '  уақыт белгісі: {time}, {authority}; сенімді сертификатқа апарады',
  },
  stampUntrusted: {
    en: '  time stamp: {time}, {authority}; whether that authority is to be trusted was not proved',
    ru: '  метка времени: {time}, {authority}; можно ли доверять этой службе, не доказано',
    kk: '  уақыт белгісі: {time}, {authority}; бұл қызметке сенуге болатыны дәлелденбеген',
  },
  trusted: {
    en: '  the certificate leads to «{root}»; whether it was revoked was not asked',
    ru: '  сертификат ведёт к «{root}»; не отозван ли он, не спрашивалось',
    kk: '  сертификат «{root}» сертификатына апарады; кері қайтарылып алынғаны сұралмады',
  },
  untrusted: {
    en: '  not asked: whether its issuer is to be trusted (--ca FILE), whether the certificate was revoked',
    ru: '  не спрашивалось: можно ли доверять выдавшему (--ca ФАЙЛ), не отозван ли сертификат',
    kk: '  сұралмады: берушіге сенуге бола ма (--ca ФАЙЛ), сертификат кері қайтарылып алынған ба',
  },
} satisfies Record<string, Said>;
