import type { Said } from '../locale.ts';

export const words = {
  description: {
    en: 'Writes the empty Excel table for documents of a kind: headings with notes, lists to choose from, a legend with examples. Fill a row per case and give the file to «render».',
    ru: 'Записывает пустую таблицу Excel для документов одного вида: заголовки с примечаниями, списки для выбора, справку с примерами. Заполните по строке на дело и передайте файл команде «render».',
    kk: 'Бір түрдегі құжаттарға арналған бос Excel кестесін жазады: ескертпелері бар тақырыптар, таңдауға арналған тізімдер, мысалдары бар анықтама. Әр іске бір жол толтырып, файлды «render» командасына беріңіз.',
  },
  kind: { en: 'kind of document', ru: 'вид документа', kk: 'құжат түрі' },
  out: { en: 'the table to write', ru: 'куда записать таблицу', kk: 'кесте жазылатын файл' },
  with: {
    en: 'further documents of the same cases: of other events (receipt …) as columns, of the decision (licence-appendix …) as sheets of their own',
    ru: 'другие документы тех же дел: по иным событиям (receipt …) — столбцами, по решению (licence-appendix …) — отдельными листами',
    kk: 'сол істердің басқа құжаттары: өзге оқиғалар бойынша (receipt …) — бағандармен, шешім бойынша (licence-appendix …) — бөлек парақтармен',
  },
  lang: { en: 'language of the table', ru: 'язык таблицы', kk: 'кесте тілі' },
  force: {
    en: 'overwrite a file that is there already',
    ru: 'перезаписать файл, который уже есть',
    kk: 'бар файлдың үстінен жазу',
  },
  done: {
    en: '{out}: fill it and give it to «reglament render»',
    ru: '{out}: заполните и передайте команде «reglament render»',
    kk: '{out}: толтырып, «reglament render» командасына беріңіз',
  },
} satisfies Record<string, Said>;
