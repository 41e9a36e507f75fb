import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Writes the register of issued documents of a period as an Excel workbook: number, date, kind, service, applicant, ground, signer and hash of each, with totals. A document stands in it only if its printed file is the one that the case gives; others are listed apart.',
    ru: 'Записывает реестр выданных документов за период в книгу Excel: номер, дата, вид, услуга, заявитель, основание, подписавший и хеш каждого, с итогами. Документ попадает в реестр, только если напечатанный файл соответствует делу; остальные перечислены отдельно.',
    kk: 'Кезең ішінде берілген құжаттардың тізілімін Excel кітабына жазады: әрқайсысының нөмірі, күні, түрі, қызметі, өтініш берушісі, негізі, қол қоюшысы мен хеші және қорытындылары. Құжат басып шығарылған файлы іске сәйкес болса ғана тізілімге енеді; қалғандары бөлек келтіріледі.',
  },
  case: {
    en: 'the cases, as they were given to «render»',
    ru: 'дела, как они указаны команде «render»',
    kk: '«render» командасына берілген істер',
  },
  out: { en: 'the workbook to write', ru: 'куда записать книгу', kk: 'кітап жазылатын файл' },
  documents: {
    en: 'the folder of the printed documents, with its manifest.json',
    ru: 'папка напечатанных документов с manifest.json',
    kk: 'басып шығарылған құжаттар мен manifest.json бар бума',
  },
  from: {
    en: 'documents from this day on (24.06.2014 or 2014-06-24)',
    ru: 'документы с этого дня (24.06.2014 или 2014-06-24)',
    kk: 'осы күннен бастап берілген құжаттар (24.06.2014 немесе 2014-06-24)',
  },
  to: {
    en: 'documents up to this day, with it',
    ru: 'документы по этот день включительно',
    kk: 'осы күнді қоса алғанда дейінгі құжаттар',
  },
  kind: {
    en: 'only documents of these kinds, separated by commas (default: results, refusals and refusals of acceptance)',
    ru: 'только документы этих видов, через запятую (по умолчанию результаты, отказы и отказы в приёме)',
    kk: 'тек осы түрдегі құжаттар, үтір арқылы (әдепкіде нәтижелер, бас тартулар және қабылдаудан бас тартулар)',
  },
  lang: { en: 'language of the register', ru: 'язык реестра', kk: 'тізілім тілі' },
  fullIds: {
    en: 'show ИИН in full; otherwise the last four digits',
    ru: 'показать ИИН полностью; иначе последние четыре цифры',
    kk: 'ЖСН толық көрсету; әйтпесе соңғы төрт цифры',
  },
  specimens: {
    en: 'list specimens too, marked as such: nobody was given them',
    ru: 'включить и образцы, с пометкой: они никому не выданы',
    kk: 'үлгілерді де белгілеп енгізу: олар ешкімге берілмеген',
  },
  done: {
    en: '{out}: {lines} documents',
    ru: '{out}: документов {lines}',
    kk: '{out}: құжат {lines}',
  },
  apart: {
    en: 'not in the register, on a sheet of their own: {apart}',
    ru: 'не вошло в реестр, на отдельном листе: {apart}',
    kk: 'тізілімге енбеген, бөлек парақта: {apart}',
  },
} satisfies Record<string, Said>;
