/**
 * What a service may end in, by the words of results and refusals. Nothing here names an act, a ministry or a service. Patterns are matched against repaired
 * text, at its beginning unless said otherwise.
 */
import type { DocumentKind } from '../../model/index.ts';

export const refusalWords = /отказ|невозможност|бас\s+тарту|мүмкін\s+емес/iu;
export const refusalNoun =
  /(?:письменн\p{L}+\s+)?мотивированн\p{L}+\s+(?:ответ\p{L}*\s+об\s+отказе|отказ\p{L}*)(?:\s+в\s+(?:оказании\s+(?:электронной\s+)?государственной\s+услуги|дальнейшем\s+рассмотрении\s+заявления|предоставлении\s+\p{L}+\s+услуги|выдаче\s+\p{L}+))?|(?:дәлелді|уәжделген|негізделген)\s+бас\s+тарту(?:\s+туралы\s+(?:жауап|хабарлама))?|(?:мемлекеттік\s+қызмет\p{L}*\s+көрсетуден\s+|мемлекеттік\s+көрсетілетін\s+қызмет\p{L}*\s+(?:көрсетуден\s+)?)?бас\s+тарту\s+туралы\s+(?:дәлелді|уәжделген|негізделген)\s+(?:жауап|хабарлама)/iu;

/** What a service ends in, by the words of its result. */
export const outcomes: readonly (readonly [id: string, words: RegExp])[] = [
  ['appendix-duplicate', /дубликат\p{L}*\s+приложения/iu],
  ['licence-duplicate', /дубликат\p{L}*(?:\s+лицензи\p{L}+)?|телнұсқа\p{L}*/iu],
  ['reissue', /переоформл\p{L}+(?:\s+лицензи\p{L}+)?|қайта\s+ресімде\p{L}*/iu],
  ['licence-appendix', /приложени[ея]\s+к\s+лицензии/iu],
  ['licence', /(?:выдача\s+)?лицензи[яию](?!\p{L})|лицензия/iu],
  ['certificate', /гарантийн\p{L}+\s+обязательств\p{L}*(?:\s*\(сертификат\p{L}*[^)]{0,40}\))?/iu],
  ['conclusion', /(?:выдача\s+)?заключени[ея]|қорытынды/iu],
  ['permit', /(?:выдача\s+)?разрешени[ея]|рұқсат/iu],
];
/** «дубликат лицензии и (или) приложения к лицензии»: two papers. */
export const bothDuplicates = /дубликат\p{L}*\s+лицензии\s+и\s+\(или\)\s+приложения/iu;
/**
 * The kind of paper by the words of the result and of the title: never a near one, since a wrong form printed is worse than none.
 * An outcome that stands here under no words has no form yet.
 */
export const outcomeKinds: readonly (readonly [id: string, kind: DocumentKind, words: RegExp])[] = [
  ['appendix-duplicate', 'appendix-duplicate', /./u],
  ['licence-duplicate', 'licence-duplicate', /лицензи/iu],
  ['reissue', 'licence-reissue', /лицензи/iu],
  ['licence-appendix', 'licence-appendix', /./u],
  [
    'licence',
    'import-export-licence',
    /лицензи\p{L}+\s+на\s+(?:импорт|экспорт)|(?:импорт|экспорт)\p{L}*\s+.{0,60}лицензия/iu,
  ],
  ['licence', 'licence', /./u],
  ['certificate', 'end-user-certificate', /конечного\s+пользовател|гарантийн/iu],
  ['conclusion', 'technical-conclusion', /технической?\s+экспертиз/iu],
  ['conclusion', 'import-export-conclusion', /заключени\p{L}+\s.{0,60}на\s+ввоз/iu],
  ['conclusion', 'export-control-conclusion', /экспортн\p{L}+\s+контрол/iu],
  ['permit', 'crypto-sale-permit', /(?:шифровальн|криптографическ)/iu],
  ['permit', 're-export-permit', /реэкспорт/iu],
  ['permit', 'processing-permit', /переработк\p{L}+.{0,60}вне\s+территори/iu],
  ['permit', 'transit-permit', /транзит/iu],
];
/** Where the name of a paper ends and its description begins. */
export const paperEnd =
  /\s*,?\s+(?:по\s+форм\p{L}+|согласно|в\s+соответствии|в\s+случа\p{L}+|оформл\p{L}+|подписанн\p{L}+|удостоверенн\p{L}+|с\s+указанием|утвержд\p{L}+|в\s+форме|на\s+бумажном|в\s+электронном|нысаны?\s+бойынша|сәйкес)(?!\p{L}).*$|\s*\(далее\s.*$|\s*\(бұдан\s+әрі.*$/isu;
export const alternative = /\s*[,;]?\s+(?:либо|или|не\s+болмаса|болмаса|немесе|не)\s+(?!\()/iu;
/** How papers begin (in Russian) or end (in Kazakh) by name. */
export const paperRu =
  /^(?:\p{L}+(?:ый|ий|ая|яя|ое|ее|ой)\s+){0,3}(?:справк|уведомлени|решени|свидетельств|удостоверени|сертификат|заключени|разрешени|лицензи|постановлени|приказ|договор|направлени|выписк|акт(?!\p{L}{3})|копи|выдач|ответ|письм|талон|паспорт|патент|аттестат|диплом|регистраци|постановк|назначени|предоставлени|зачислени|протокол|согласовани|допуск|карт|документ|расписк|путевк|ордер|аккредитаци|снятие|внесение|включение|перечислени|выплат|возврат|прикреплени|запись|сведени|информаци|отказ|дубликат|переоформлени|электронн)/iu;
export const paperKk =
  /(?:анықтама|хабарлама|куәлі[кг]|шешім|рұқсат|сертификат|жолдама|көшірме|қорытынды|лицензия|бұйры[қғ]|қаулы|шарт|құжат|жауап|ақпарат|мәлімет|карта|паспорт|талон|есеп|тіркеу|беру|тағайындау)\p{L}{0,4}\s*$/iu;
/** Refusals that older acts name in their steps alone. */
export const refusalMessage =
  /сообщени\p{L}+\s+об\s+отказе\s+в\s+запрашиваемой\s+(?:электронной\s+)?(?:государственной\s+)?услуге|сұратылған\s+(?:электронды\p{L}*\s+)?(?:мемлекеттік\s+)?қызмет\p{L}*\s+бас\s+тарту\s+туралы\s+хабарлама/iu;

export const papers: readonly (readonly [id: string, kind: DocumentKind, words: RegExp])[] = [
  ['refusal-of-acceptance', 'refusal-of-acceptance', /расписк\p{L}+\s+об\s+отказе\s+в\s+приеме(?:\s+документов)?/iu],
  ['receipt', 'receipt', /расписк\p{L}+\s+с\s+штрих-кодом|расписк\p{L}+\s+о\s+приеме|қолхат/iu],
  ['consent', 'consent', /письменное\s+согласие/iu],
];
