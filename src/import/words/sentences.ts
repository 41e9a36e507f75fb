/**
 * Terms, abbreviations, and where a sentence may begin or stop. Nothing here names an act, a ministry or a service. Patterns are matched against repaired
 * text, at its beginning unless said otherwise.
 */

/** A term inside a sentence; `raw` is the whole match. */
const figures = String.raw`(?:от\s+\d+\s+(?=до\s+\d)до\s+)?\d+(?:[.,]\d+)?(?:-(?:го|х|ти|ми|и|й|я)(?=\s))?(?:\s*[-–—]\s*\d+(?:[.,]\d+)?)?(?:\s*\([^()\d]{2,40}\))?`;
const tensRu = String.raw`(?:двадцат|тридцат|пятьдесят|пятидесят|шестидесят|шестьдесят)(?:ь|и)?|сорока?|девяноста?`;
const onesRu = String.raw`один|одна|одного|одной|дв(?:а|е|ух)|тр(?:и|ех|ёх)|четыр(?:е|ех|ёх)|(?:пят|шест|сем|восьм|восем|девят|десят|\p{L}{2,8}надцат)(?:ь|и)`;
const wordsRu = String.raw`(?<!\p{L})(?:(?:${tensRu})(?:\s+(?:${onesRu}))?|${onesRu})`;
const wordsKk = String.raw`(?<!\p{L})(?:(?:он|жиырма|отыз|қырық|елу|алпыс)(?:\s+(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз))?|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз)`;
const unitRu = String.raw`(?:(?:рабоч|календарн|раб\.|кал\.)\p{L}*\s+(?:рабоч\p{L}+\s+)?)?(?:минут(?:[аыуе]|ами?)?|мин\.?|секунд(?:[аыуе]|ами?)?|сек\.?|час\p{L}*|день|дн(?:я|ей|\.)|месяц\p{L}*)`;
const leadRu = String.raw`(?:в\s+течени[еи]\s+|не\s+(?:более|позднее)(?:\s+чем)?(?:\s+(?:за|через))?\s+|менее\s+|в\s+срок\s*(?:,?\s*не\s+(?:более|превышающий)\s+|до\s+)?|срок(?:ом)?\s*[-–—]?\s*(?:до\s+)?|до\s+)*`;
const startRu = String.raw`(?:\s+(?:со\s+дня|с\s+момента|после\s+согласования)\s+[^;:,()]{3,160}?(?=[;:,.()]|\s+(?:оформляет|направляет|подписывает|согласовывает|регистрирует|рассматривает)|$))?`;
const includedRu = String.raw`(?:\s*\(данный\s+срок[^)]{0,120}\))?`;
const sameDayRu = String.raw`в\s+тот\s+же\s+день|в\s+день\s+(?:поступления|обращения|подачи|приема|регистрации|получения)(?:\s+заявления|\s+документов)?(?:\s+от\s+услугополучателя)?`;
const unitKk = String.raw`(?:жұмыс\s+)?(?:күн|минут|сағат|секунд|мин|сек|ай)(?:і|ы)?(?:н|нен|ден|нан|тан|тен|дан|не|ге|қа|да|де)?(?!\p{L})(?:\s+(?:ішінде|дейін|кешіктірмей|(?:артық|көп)\s+емес|аспай\p{L}*(?:\s+мерзімде)?|аспауы))?`;
/** «1 час 30 минут», «30 секунд – 1 минута», «2 сағат 30 минут». */
const clock = String.raw`(?:сек|мин|час|сағат)\p{L}*`;
const twoUnits = String.raw`${figures}\s*(?:час|мин|сек|сағат)\p{L}*\.?\s*(?:[-–—и]\s*)?${figures}\s*${clock}`;
export const termInText = new RegExp(
  String.raw`${sameDayRu}|${leadRu}${twoUnits}(?:\s+ішінде)?|${leadRu}(?:${figures}|${wordsRu})\s+${unitRu}(?!\p{L})(?:\s+(?:ішінде|(?:артық|көп)\s+емес))?${startRu}${includedRu}|(?:түскен|жүгінген)\s+күні|(?:күнтізбелік\s+)?(?:${figures}|${wordsKk})\s*${unitKk}`,
  'giu',
);

/** Abbreviations given in the text: «… (далее – X)», «… (бұдан әрі – X)». */
export const hereafter = /\(\s*(?:далее|бұдан\s+әрі)\s*[-–—]?\s*([^()]{1,120}?)\s*\)/giu;

/** What a term of its own sentence is called: «…. Срок выполнения – 20 минут.» */
export const termLabel =
  /(?<=[.;,])\s*(?:срок|длительность|продолжительность|время)\p{L}*\s+(?:выполнения|исполнения|действия|процедуры)\s*[-–—:]?\s*$|(?<=[.;,])\s*(?:орындау|орындалу)\s+(?:мерзімі|ұзақтығы)\s*[-–—:]?\s*$/iu;
/** The title of an act that is whole, though a preposition ends it. */
export const wholeTitle = /(?:бекіту|енгізу|тану|өзгерту)\s+туралы$/iu;

/** Words after which a sentence cannot stop: a line that ends so goes on. */
export const dangling =
  /(?:^|\s)(?:и|или|в|во|на|по|с|со|к|ко|о|об|от|до|для|из|за|при|под|над|через|без|между|не|либо|а|также|№|Республики|Қазақстан|мен|және|немесе|үшін|бойынша|арқылы|туралы|осы)$/iu;
/** Kazakh words in a case that cannot end a sentence: «… әкімдігінің», «… 29 сәуірдегі», «… регламентіне». */
export const danglingKk =
  /\p{L}(?:нің|ның|дің|дың|тің|тың)$|\d\s+\p{L}+(?:дағы|дегі|тағы|тегі)$|(?:регламент|бұйры|қаулы|шешім|стандарт)\p{L}*(?:не|на|ға|ге)$/iu;
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
