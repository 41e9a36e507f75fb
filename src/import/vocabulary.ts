/**
 * How regulations of state services are worded, in Russian and in Kazakh: the only place of the import that knows words.
 * Nothing here names an act, a ministry or a service. Patterns are matched against repaired text, at its beginning
 * unless said otherwise.
 */
import type { FlowName, LegendSymbol, Participant, Telling } from '../model/index.ts';

const stepWords =
  'процедур[аы]|процесс[ыі]?|процесі|действи[ея]|шаг|операци[яи]|этап|рәсім|үдеріс|әрекет|іс-қимыл|қадам|кезең';
const conditionWords = 'услови[ея]|шарт|шарты';
const dash = '[-‐‑–—―−]';

/** «процедура 3 –», «процесс 1.», «условие № 2:», «1-процесс –», «2-шарт –». */
export const stepHead = new RegExp(
  `^(?:(${stepWords}|${conditionWords})\\s*(?:№\\s*)?(\\d{1,3}|б)\\s*[.)]?\\s*(?:${dash}|:)\\s*|(\\d{1,3})\\s*${dash}\\s*(${stepWords}|${conditionWords})\\s*(?:${dash}|:)\\s*)`,
  'iu',
);
export const isConditionWord = (word: string): boolean => new RegExp(`^(?:${conditionWords})$`, 'iu').test(word);
/** Where a second step begins inside a paragraph. */
export const stepInside = new RegExp(
  `[:;.)]\\s{0,3}(?=(?:\\d{1,2}\\)\\s*)?(?:(?:${stepWords}|${conditionWords})\\s+(?:№\\s*)?\\d{1,3}\\s*\\.?\\s*${dash}|\\d{1,3}\\s*${dash}\\s*(?:${stepWords}|${conditionWords})\\s*${dash}))`,
  'giu',
);
/** Where a second numbered entry begins on the same line: «…; 2) …». */
export const itemInside = /;\s{1,3}(?=\d{1,2}\s?\)\s)/gu;
/** Where a heading got glued to the end of a title: «…» 1. Общие положения». */
export const chapterInside = /[»"”]\s{1,3}(?=(?:глава\s+)?\d{1,2}\s?\.?\s+(?:общие положения|жалпы ережелер))/giu;

export const itemHead = /^(?:[-•*–]\s*)?(\d{1,3}(?:[-.]\d{1,2})?|б)\s?\)\s*/u;
export const clauseHead = /^["«“]?(\d{1,3}(?:[-.]\d{1,2})?|б)\s?\.\s+(?=\S)/u;
export const chapterHead =
  /^(?:глава|раздел|бөлім)\s+(\d{1,2}|[IVX]{1,4})\s*[.:]?\s*|^(\d{1,2}|[IVX]{1,4})\s?-\s?(?:тарау|бөлім)\s*[.:]?\s*/iu;
/** Words of headings that have a number but no «Глава»; looked for anywhere. */
export const chapterWords =
  /общие положения|порядок|порядка|требовани|ответственност|обжаловани|взаимодействи|жалпы ереже|тәртіб|сипаттам|талаптар|жауапкершіл|шағым/iu;

export const actAppendix =
  /^приложение\s*(?:№\s*)?(\d{1,3})?\s+(?:к|утвержд)\S*\s+(?:\S+\s+){0,12}?(?:приказ|постановлен|распоряжен|решени)/iu;
export const actAppendixKk =
  /(?:бұйры\p{L}*|қаулы\p{L}*|шешім\p{L}*)\s*(?:№\s*)?(\d{1,3})?\s?-?\s?(?:ші\s+)?қосымша\p{L}*\s*\.?$/iu;
/** The start of the order's own «Утвержден постановлением …». */
export const approvedHead = /^(?:утвержд[её]н[оаы]?\s|бекітілген|бекітілді)/iu;
export const appendixHead = /^(?:Приложение|ПРИЛОЖЕНИЕ)\s*(?:№\s*)?(\d{1,3}|б)?(?!\p{L})/u;
export const appendixHeadKk =
  /(?:регламент\p{L}*|стандарт\p{L}*)\s*(?:№\s*)?(\d{1,3})?\s?-?\s?(?:ші\s+)?қосымша\p{L}*\s*\.?(?:\s+нысан\p{L}*)?$|^(\d{1,3})\s?-\s?қосымша(?!\p{L})/iu;
export const toRegulation = /к\s+(?:\S+\s+)?регламент/iu;

export const regulationHead =
  /^регламент\p{L}*\s*$|^регламент\s+(?:оказания\s+)?(?:электронной\s+|электронных\s+)?(?:государственн|услуг)/iu;
export const regulationHeadKk =
  /(?:электронды\p{L}*\s+)?(?:мемлекеттік\s+)?(?:көрсетілетін\s+)?қызмет\p{L}*(?:\s+көрсету\p{L}*)?\s+регламенті\s*$/iu;

export const tableTitle = /^таблица\s*(?:№\s*)?\d{0,2}|^\d{1,2}\s?-\s?кесте|^кесте\s*\d{0,2}/iu;
export const tableContinued = /^продолжение\s+(?:таблицы|табл)|^кестенің жалғасы/iu;
export const legendHead = /^(?:условные\s+обозначения|шартты\s+белгілер)/iu;
export const questionnaireHead = /анкет\p{L}*|сауалнама/iu;
export const drawingHead =
  /^(?:диаграмма|блок-?\s?схема|справочник|описание\s+последовательности|схема|рисунок|сурет|анықтамалық|бизнес-процес)|диаграммасы\s*\.?$|анықтамалығы\s*\.?$|сұлбасы\s*\.?$/iu;
export const nameLabel =
  /^[_\s]*\(\s*(?:наименование\s+(?:государственной\s+)?услуги|(?:мемлекеттік\s+)?(?:қызмет|көрсетілетін қызмет)\p{L}*\s+атауы)\s*\)/iu;
export const formWord = /(?:^|\s)(форма|нысан[ыа]?)\s*$/iu;
export const noise =
  /^(?:\[?image:?\s*\]?|\[?рисунок\]?|[-–_=*.\s]{3,}|стр\.?\s*\d+|страница\s*\d+|\d{1,4}\s*-?\s*бет|©.*|document_image_\S+)$/iu;

/** What a clause is about, by its words; the first that fits. */
export type ClauseRole =
  | 'glossary'
  | 'units'
  | 'requirements'
  | 'technical'
  | 'results'
  | 'pickup'
  | 'corporation'
  | 'portal'
  | 'portal-recipient'
  | 'portal-provider'
  | 'repeated'
  | 'steps'
  | 'start'
  | 'service-form'
  | 'result'
  | 'standard'
  | 'automation'
  | 'kind'
  | 'provider';

export const clauseRoles: readonly (readonly [role: ClauseRole, words: RegExp])[] = [
  [
    'glossary',
    /(?:понятия|термины|определения).{0,60}(?:использу|сокращени|применя)|^сокращения|түсініктер|ұғымдар|қысқартылған сөздер/iu,
  ],
  ['requirements', /требования,?\s+предъявляем|қойылатын талаптар/iu],
  ['technical', /техническ\p{L}+ услови|техникалық шарт/iu],
  [
    'units',
    /(?:перечень|участвуют|задействованы|участвующих|вовлечен).{0,80}(?:структурн|подразделени|СФЕ)|структурно-?\s?функциональн\p{L}+ единиц\p{L}*.{0,40}(?:котор|участв)|қ?атысатын.{0,90}(?:бөлімше|ҚФБ|бірлік)|(?:бөлімше|бірлік)\p{L}*.{0,60}(?:тізбесі|қатысады)/iu,
  ],
  [
    'results',
    /^результат\p{L}*\s+(?:кажд\p{L}+\s+)?(?:процедур|действи)|^.{0,60}рәсім\p{L}*(?:\s*\(.{0,20}\))?\p{L}*\s+нәтижесі/iu,
  ],
  [
    'portal-recipient',
    /пошагов.{0,160}через\s+(?:веб-?\s?)?(?:портал|ПЭП)|қадамдық.{0,60}\(?(?:Э[ҮУ]П|портал)\p{L}*\s+арқылы/iu,
  ],
  [
    'corporation',
    /пошагов.{0,160}через\s+(?:информационную систему\s+)?(?:центр|ЦОН)|қадамдық.{0,80}(?:ХҚО|ХҚКО|орталық)\p{L}*\s+арқылы/iu,
  ],
  ['portal-provider', /пошагов|қадамдық/iu],
  ['pickup', /(?:процесса|порядка)\s+получения\s+результата|нәтижесін\s+алу\s+(?:процес|үдеріс|тәртіб)/iu],
  [
    'corporation',
    /обращени\p{L}+\s+в\s+(?:ЦОН|центр|филиал|отдел|государственную\s+корпорацию|госкорпорацию)|(?:корпорацияға|орталығына|ХҚКО-ға|ХҚО-ға)\s+жүгіну|взаимодействи\p{L}+\s+с\s+(?:центром|государственной корпорацией)/iu,
  ],
  [
    'repeated',
    /последовательност\p{L}+\s+(?:процедур|действий).{0,30}между|арасындағы\s+(?:рәсім|іс-қимыл|әрекет).{0,60}реттіл/iu,
  ],
  [
    'portal',
    /порядка\s+обращения.{0,200}портал|последовательност.{0,80}услугодателя и услугополучателя|портал\p{L}*\s+арқылы.{0,120}(?:жүгіну|рәсім|тәртіб)|жүгіну.{0,200}портал/iu,
  ],
  ['portal', /порядка\s+обращения\s+и\s+последовательности/iu],
  [
    'steps',
    /содержание\s+кажд|процедуры\s*\(действия\),?\s+входящ|входящ\p{L}+\s+в\s+состав\s+процесса|құрамына\s+кіретін|мазмұны,?\s+(?:оның\s+)?(?:оларды\s+)?орынд/iu,
  ],
  ['start', /основани\p{L}+\s+для\s+начала|бастау\p{L}*.{0,40}негіз/iu],
  ['automation', /степень\s+автоматизации|автоматтандыру\s+(?:деңгей|дәреже)/iu],
  ['kind', /^вид\s+оказани|көрсету\s+түрі/iu],
  ['service-form', /^форма\s+(?:оказани|оказываемой)|көрсету\p{L}*\s+нысаны|қызмет\s+нысаны/iu],
  [
    'result',
    /^результат\p{L}*\s+(?:оказани|оказываемой|электронной|государственн)|көрсету\p{L}*\s+нәтижесі|қызмет\p{L}*\s+нәтижесі/iu,
  ],
  ['standard', /на\s+основании\s+стандарта|стандарт\p{L}*\s+негізінде|бекітілген.{0,250}стандарт/iu],
  ['provider', /оказывается|көрсетеді|көрсетіледі/iu],
];

/** The flow that a part of a portal clause describes, by the words of its heading or of its first step. */
export const flowWords: readonly (readonly [flow: FlowName, words: RegExp])[] = [
  [
    'portal-recipient',
    /действий\)?\s+(?:услуго)?(?:получател|потребител)|(?:қызметті\s+алушы|алушы|тұтынушы)\p{L}*\s+(?:жүгіну|рәсім|іс-қимыл)/iu,
  ],
  [
    'portal-provider',
    /действий\)?\s+услугодател|действий\)?\s+уполномоченн|(?:қызмет(?:ті)?\s+беруші|қызмет\s+көрсетуші)\p{L}*\s+(?:рәсім|іс-қимыл)/iu,
  ],
];
export const recipientActs =
  /(?:услуго)?(?:получател|потребител)(?:ем|ь)(?!\p{L})|(?:алушы|тұтынушы)(?:ның|\s+(?:пароль|логин|портал|ЭЦҚ))/iu;
export const tableFlows: readonly (readonly [flow: FlowName, words: RegExp])[] = [
  ['portal-recipient', /через\s+(?:веб-?\s?)?(?:портал|ПЭП)|(?:Э[ҮУ]П|портал)\p{L}*\s+арқылы/iu],
  [
    'corporation',
    /через\s+(?:ИС\s+)?(?:ЦОН|центр|корпорац|государственную корпорац)|(?:ХҚО|ХҚКО|корпорация)\p{L}*\s+арқылы/iu,
  ],
  [
    'portal-provider',
    /через\s+(?:уполномоченн|услугодател|местн)|(?:қызмет\s+(?:көрсетуші|беруші))\p{L}*\s+арқылы|посредством\s+услугодател/iu,
  ],
];
export const drawingViews: readonly (readonly [flow: FlowName | undefined, words: RegExp])[] = [
  ['corporation', /ЦОН|центр\p{L}*\s+обслуживани|корпораци/iu],
  [
    'portal-recipient',
    /услугополучател|потребител|через\s+(?:веб-?\s?)?портал|(?:Э[ҮУ]П|портал)\p{L}*\s+арқылы|қызмет(?:ті)?\s+алушы/iu,
  ],
  ['portal-provider', /услугодател|уполномоченн|қызмет\s+(?:көрсету|беру)/iu],
];
export const blockScheme = /блок-?\s?схем|справочник|описание\s+последовательности|анықтамалы|сұлба/iu;

type TableField = NonNullable<Telling['rows']>[number]['field'];
/** Rows (or columns) of a table by their labels; the first that fits. */
export const tableFields: readonly (readonly [field: TableField, label: RegExp])[] = [
  ['next', /^(?:№|номер|N)?\s*след|^келесі/iu],
  ['term', /срок|длительност|продолжительност|время|мерзім|ұзақтығ/iu],
  ['result', /форма\s+завершени|^результат|аяқталу|нәтиже/iu],
  ['number', /^№|^номер|п\/п|жұмыс\s+барыс|хода,?\s+потока|^[нН]$|^N\b/iu],
  ['actor', /структурн|СФЕ|единиц|исполнител|участник|подразделени|ҚФБ|бөлімше|орындаушы|бірлік/iu],
  ['text', /действи|процедур|процесс|операци|описание|содержание|іс-қимыл|әрекет|рәсім|сипатта/iu],
];

/** Participants by the stem of their names; the same id means the same role in every act. */
export const roles: readonly (readonly [id: string, kind: Participant['kind'], name: RegExp])[] = [
  [
    'corporation-worker',
    'corporation',
    /(?:работник|оператор|инспектор|сотрудник|специалист)\p{L}*\s+(?:накопител\p{L}+\s+)?(?:отдел\p{L}*\s+)?(?:ЦОН|центр|госкорпорац|государственной\s+корпорац)|(?:ХҚО|ХҚКО|корпорация)\p{L}*\s+(?:қызметкер|жұмыскер|оператор)/iu,
  ],
  ['monitoring', 'system', /мониторинг|(?:ИИС|ИС|АРМ)\s+ЦОН|интегрированн\p{L}+\s+информационн|ХҚО\s*(?:ИИЖ|ЫАЖ|АЖ)/iu],
  ['pshep', 'system', /платежн\p{L}+\s+шлюз|(?<!\p{L})ПШЭП|төлем\s+шлюз|ЭҮТШ|ЭПТШ/iu],
  ['shep', 'system', /шлюз|(?<!\p{L})ШЭП(?!\p{L})|(?<!\p{L})(?:ЭҮШ|ЭПШ|ЭҮӨШ)(?!\p{L})/iu],
  ['el', 'system', /Е\s?-?\s?лиценз|ГБД\s+ЕЛ/iu],
  [
    'gbd-ul',
    'system',
    /(?:баз\p{L}*\s+данных|ГБД).{0,20}(?:юридическ|(?<!\p{L})ЮЛ)|ГБД\s+ЮЛ|заңды\s+тұлға\p{L}*»?\s+мемл|(?<!\p{L})[З3]\s?Т\s?М\s?Д/iu,
  ],
  [
    'gbd-fl',
    'system',
    /(?:баз\p{L}*\s+данных|ГБД).{0,20}(?:физическ|(?<!\p{L})ФЛ)|ГБД\s+ФЛ|жеке\s+тұлға\p{L}*»?\s+мемл|(?<!\p{L})Ж\s?Т\s?М\s?Д/iu,
  ],
  ['portal', 'system', /портал|(?<!\p{L})ПЭП(?!\p{L})|(?<!\p{L})(?:ЭҮП|ЭУП)/iu],
  [
    'state-bodies',
    'state-body',
    /(?:согласующ|соответствующ|заинтересованн)\p{L}*\s+(?:государственн|орган)|келісуші\s+мемлекеттік/iu,
  ],
  ['chancellery', 'unit', /канцеляри|кеңсе|приемн\p{L}+\s+услугодател|делопроизвод/iu],
  ['signer', 'unit', /уполномоченн\p{L}*\s+лиц|уәкілетті\s+тұлға/iu],
  [
    'unit-head',
    'unit',
    /(?:руководител|начальник|заведующ)\p{L}*\s+(?:\p{L}+\s+)?(?:управлени|отдел|департамент|подразделени|сектор)|(?:бөлім|басқарма|департамент)\p{L}*\s+(?:басшы|бастығ)/iu,
  ],
  [
    'provider-head',
    'unit',
    /^руководств|^руководител|^первый\s+руковод|^заместител\p{L}*\s+руковод|^начальник|^аким|басшы|басшылы/iu,
  ],
  [
    'employee',
    'unit',
    /^сотрудник\p{L}*\s+(?:услугодател|уполномоченн)|^работник\p{L}*\s+услугодател|(?:қызмет\s+(?:беруші|көрсетуші))\p{L}*\s+(?:қызметкер|маман)/iu,
  ],
  ['executor', 'unit', /исполнител|эксперт|специалист|сотрудник|инспектор|орындаушы|сарапшы|маман|қызметкер/iu],
  ['recipient', 'recipient', /получател|потребител|заявител|алушы|тұтынушы/iu],
  [
    'provider',
    'provider',
    /услугодател|уполномоченн\p{L}*\s+орган|қызмет\s+(?:көрсетуші|беруші)|министерств|комитет|управлени|акимат/iu,
  ],
];

/** Who acts, by the words of a step of a portal or a front office; the first that fits, most telling first. */
export const actors: readonly (readonly [id: string, words: RegExp])[] = [
  [
    'corporation-worker',
    /(?:работник|оператор|инспектор)\p{L}*\s+(?:накопител\p{L}+\s+)?(?:отдел\p{L}*\s+)?(?:ЦОН|центр|госкорпорац|государственной\s+корпорац)/iu,
  ],
  [
    'employee',
    /сотрудник(?:ом)\s+(?:услугодател|уполномоченн)|(?:қызмет\s+(?:беруші|көрсетуші))\p{L}*\s+қызметкер(?:інің|і)\p{L}*.{0,90}(?:енгізу|таңдау|сканерле|толтыр)/iu,
  ],
  [
    'recipient',
    /(?:услуго)?(?:получател|потребител)ем|^(?:услуго)?(?:получател|потребител)ь|получение\s+(?:услуго)?(?:получател|потребител)|^тұтынушы\s|тұтынушы\p{L}*.{0,120}(?:таңдауы|алуы|енгізу)/iu,
  ],
  ['provider', /проверка\s+(?:услугодател|уполномоченн)|қызмет\s+(?:беруші|көрсетуші)\p{L}*.{0,120}тексеруі/iu],
  ['pshep', /оплата|төлеу/iu],
  ['portal', /на\s+(?:веб-?)?портале|порталом|ЭҮП-(?:да|та|мен)|ЭЦҚ-?\p{L}*\s+нақтылы/iu],
  ['shep', /направлени\p{L}+\s+.{0,40}запроса\s+(?:\p{L}+\s+)?через\s+(?:шлюз|ШЭП)|ЭҮШ\s+арқылы/iu],
  ['gbd-ul', /(?:наличия\s+данных|невозможности\s+получения\s+данных).{0,90}(?:ГБД|баз)|МД[ҚБ].{0,20}бар\s+болу/iu],
  ['el', /(?:ИС\s+)?ГБД\s+ЕЛ|Е-?лиценз|МДБ\s+АЖ/iu],
];

export const refusalWords = /отказ|невозможност|бас\s+тарту|мүмкін\s+емес/iu;
export const refusalNoun =
  /(?:письменн\p{L}+\s+)?мотивированн\p{L}+\s+(?:ответ\p{L}*\s+об\s+отказе|отказ\p{L}*)(?:\s+в\s+(?:оказании\s+(?:электронной\s+)?государственной\s+услуги|дальнейшем\s+рассмотрении\s+заявления|предоставлении\s+\p{L}+\s+услуги|выдаче\s+\p{L}+))?|(?:дәлелді|уәжделген|негізделген)\s+бас\s+тарту(?:\s+туралы\s+(?:жауап|хабарлама))?/iu;

/** What a service ends in, by the words of its result, with the kinds of paper. */
export const outcomes: readonly (readonly [id: string, kind: string, words: RegExp])[] = [
  ['appendix-duplicate', 'appendix-duplicate', /дубликат\p{L}*\s+(?:лицензии\s+и\s+\(или\)\s+)?приложения/iu],
  ['licence-duplicate', 'licence-duplicate', /дубликат\p{L}*|телнұсқа\p{L}*/iu],
  ['reissue', 'licence-reissue', /переоформл\p{L}+(?:\s+лицензи\p{L}+)?|қайта\s+ресімде\p{L}*/iu],
  ['licence-appendix', 'licence-appendix', /приложени[ея]\s+к\s+лицензии/iu],
  ['licence', 'licence', /(?:выдача\s+)?лицензи[яию]|лицензия/iu],
  [
    'certificate',
    'end-user-certificate',
    /гарантийн\p{L}+\s+обязательств\p{L}*(?:\s*\(сертификат\p{L}*[^)]{0,40}\))?/iu,
  ],
  ['conclusion', 'export-control-conclusion', /(?:выдача\s+)?заключени[ея]|қорытынды/iu],
  ['permit', 'transit-permit', /(?:выдача\s+)?разрешени[ея]|рұқсат/iu],
];
export const papers: readonly (readonly [id: string, kind: string, words: RegExp])[] = [
  ['refusal-of-acceptance', 'refusal-of-acceptance', /расписк\p{L}+\s+об\s+отказе\s+в\s+приеме(?:\s+документов)?/iu],
  ['receipt', 'receipt', /расписк\p{L}+\s+с\s+штрих-кодом|расписк\p{L}+\s+о\s+приеме|қолхат/iu],
  ['consent', 'consent', /письменное\s+согласие/iu],
];

export const legendNames: readonly (readonly [symbol: LegendSymbol, words: RegExp])[] = [
  ['message-start', /сообщение\s+начальное|бастапқы\s+хабарлама/iu],
  ['message-end', /сообщение\s+завершающее|аяқта\p{L}+\s+хабарлама/iu],
  ['message-intermediate', /сообщение\s+промежуточное|аралық\s+хабарлама/iu],
  ['end', /простое\s+событие\s+завершающее|аяқтайтын\s+қарапайым|қарапайым\s+(?:аяқта|оқиға)/iu],
  ['error', /^ошибка|^[қк]ате/iu],
  ['message-flow', /поток\s+сообщений|хабарлама\p{L}*\s+ағын/iu],
  ['control-flow', /поток\s+управления|басқару\s+ағын/iu],
  ['system', /информационная\s+система|ақпараттық\s+жүйе/iu],
  ['document', /электронный\s+документ|электронды\p{L}*\s+құжат/iu],
  ['process', /^(?:процесс|процедура|үдеріс|рәсім)/iu],
  ['condition', /^(?:условие|шарт)/iu],
];

/** A term inside a sentence; `raw` is the whole match. */
const amount = String.raw`\d+(?:[.,]\d+)?(?:\s*[-–—]\s*\d+(?:[.,]\d+)?)?(?:\s*\([^()\d]{2,40}\))?`;
const unitRu = String.raw`(?:(?:рабоч|календарн)\p{L}*\s+(?:рабоч\p{L}+\s+)?)?(?:минут\p{L}*|мин\.?|секунд\p{L}*|сек\.?|час\p{L}*|день|дн(?:я|ей|\.)|месяц\p{L}*)`;
const leadRu = String.raw`(?:в\s+течение\s+|не\s+(?:более|позднее)\s+|в\s+срок\s*(?:,?\s*не\s+(?:более|превышающий)\s+|до\s+)?|срок(?:ом)?\s*[-–—]?\s*(?:до\s+)?|до\s+)*`;
const startRu = String.raw`(?:\s+(?:со\s+дня|с\s+момента|после\s+согласования)\s+[^;:,()]{3,160}?(?=[;:,.()]|\s+(?:оформляет|направляет|подписывает|согласовывает|регистрирует|рассматривает)|$))?`;
const includedRu = String.raw`(?:\s*\(данный\s+срок[^)]{0,120}\))?`;
export const termInText = new RegExp(
  String.raw`в\s+день\s+(?:поступления|обращения|подачи|приема)(?:\s+заявления|\s+документов)?(?:\s+от\s+услугополучателя)?|${leadRu}${amount}\s+${unitRu}(?!\p{L})${startRu}${includedRu}|(?:түскен|жүгінген)\s+күні|(?:күнтізбелік\s+)?${amount}\s*(?:жұмыс\s+)?(?:күн|минут|сағат|секунд|мин|сек|ай)\p{L}*(?:\s+(?:ішінде|дейін|кешіктірмей|аспайтын|аспауы))?`,
  'giu',
);

/** Abbreviations given in the text: «… (далее – X)», «… (бұдан әрі – X)». */
export const hereafter = /\(\s*(?:далее|бұдан\s+әрі)\s*[-–—]?\s*([^()]{1,120}?)\s*\)/giu;

/** Words after which a sentence cannot stop: a line that ends so goes on. */
export const dangling =
  /(?:^|\s)(?:и|или|в|во|на|по|с|со|к|ко|о|об|от|до|для|из|за|при|под|над|через|без|между|не|либо|а|также|№|Республики|Қазақстан|мен|және|немесе|үшін|бойынша|арқылы|туралы|осы)$/iu;
/** A line that is a paragraph whatever surrounds it. */
export const ownLine =
  /^(?:утративш\p{L}+ силу|күшін жойған|приказываю|постановляет|бұйырамын|қаулы етеді|«?согласовано»?|«?келісілді»?)\s*:?$/iu;
/** Ends that look like the end of a sentence and are abbreviations. */
export const abbreviated = /(?:^|\s)(?:м\.\s?а|и\.\s?о|г|ст|п|пп|т\.\s?д|т\.\s?п|гос|обл|ул)\.$/iu;
/** The title of a drawing or a table begins a paragraph even where the line before has no stop. */
export const titleFirst = /^(?:Диаграмма|Блок-?\s?схема|Справочник\s|Описание\s+последовательности\s)/u;
/** Entries of a list of a flow that say something of it and are no steps. */
export const aboutFlow = /^(?:способ|длительность|порядок|место|срок|график|тәсіл|ұзақтығ|мерзім)/iu;
/** Beginnings of a line that cannot begin a paragraph. */
export const neverFirst =
  /^(?:Республик[иа]\s|Казахстан(?!\p{L})|Республикасы|[,;.)»]|[-–—]\s+\p{Lu}\p{Ll}+\p{L}*\s+\p{Ll})/u;
/** Beginnings that are a paragraph of their own even in small letters. */
export const alwaysFirst =
  /^(?:через\s+\S+;?|после\s+нажатия|в\s+случае,?\s+если|при\s+(?:выдаче|переоформлении)|пункт\s+\d+\s+изложить|приложени[ея]\s+\d[^.]{0,90}изложить|дополнить|перечень\s+документов)/iu;
/** The second line of the heading of an appendix; without its first line it is a lost heading. */
export const headingTail = /^к\s+(?:настоящему\s+)?регламент/iu;

/** Words of hyperlinks that a conversion moves to the end of their line: «…  Стандарта:пунктом 9». */
export const linkWords =
  /\s?((?:(?:под)?пункт\p{L}*|част\p{L}+|стать\p{L}+|приказ\p{L}*|постановлени\p{L}*|регламент\p{L}*|стандарт\p{L}*|закон\p{L}*|кодекс\p{L}*|приложени\p{L}*)(?:\s+\d[\d\s,-]{0,60})?|№\s?\d+)$/iu;

export const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'январ|қаңтар',
    'феврал|ақпан',
    'март|наурыз',
    'апрел|сәуір',
    'ма[йя]|мамыр',
    'июн|маусым',
    'июл|шілде',
    'август|тамыз',
    'сентябр|қыркүйек',
    'октябр|қазан',
    'ноябр|қараша',
    'декабр|желтоқсан',
  ].flatMap((stems, index) => stems.split('|').map((stem) => [stem, index + 1])),
);
