/**
 * How headings, entries and the furniture of a text begin, in Russian and in Kazakh. Nothing here names an act, a ministry or a service. Patterns are matched against repaired
 * text, at its beginning unless said otherwise.
 */

const stepWords =
  'процедур[аы]|процесс[ыі]?|процесі|действи[ея]|шаг|операци[яи]|этап|рәсім|үдеріс|әрекет|іс-қимыл|қадам|кезең';
const conditionWords = 'услови[ея]|шарт|шарты';
const dash = '[-‐‑–—―−]';

/** «процедура 3 –», «шаг 1. Специалист …», «условие № 2:», «1-процесс –», «2-шарт –», «1-й этап –», «2 этап –». */
export const stepHead = new RegExp(
  `^(?:(${stepWords}|${conditionWords})\\s*(?:№\\s*)?(\\d{1,3}|б)\\s*(?:[.)]?\\s*(?:${dash}|:)\\s*|[.)]\\s+(?=\\p{L}))|(\\d{1,3})(?:\\s*${dash}\\s*(?:й\\s+|ый\\s+|ші\\s+|шы\\s+)?|\\s+)(${stepWords}|${conditionWords})\\s*(?:${dash}|:)\\s*)`,
  'iu',
);
export const isConditionWord = (word: string): boolean => new RegExp(`^(?:${conditionWords})$`, 'iu').test(word);
/** Where a second step begins inside a paragraph. */
export const stepInside = new RegExp(
  `[:;.)]\\s{0,3}(?=(?:\\d{1,2}\\)\\s*)?(?:(?:${stepWords}|${conditionWords})\\s+(?:№\\s*)?\\d{1,3}\\s*\\.?\\s*${dash}|\\d{1,3}\\s*${dash}\\s*(?:${stepWords}|${conditionWords})\\s*${dash}))`,
  'giu',
);
/** Where a second numbered entry begins on the same line: «…; 2) …». */
export const itemInside = /(?:;\s{1,3}|:\s{1,3}(?=1\s?\)))(?=\d{1,2}\s?\)\s)/gu;
/** Where a heading got glued to the end of a title: «…» 1. Общие положения». */
export const chapterInside = /[»"”]\s{1,3}(?=(?:глава\s+)?\d{1,2}\s?\.?\s+(?:общие положения|жалпы ережелер))/giu;

export const itemHead = /^(?:[-•*–]\s*)?(\d{1,3}(?:[-.]\d{1,2})?|б)\s?\)\s*/u;
export const clauseHead = /^["«“]?(\d{1,3}(?:[-.]\d{1,2})?|б)\s?\.\s+(?=\S)/u;
export const chapterHead =
  /^(?:глава|раздел|бөлім)\s+(\d{1,2}|[IVX]{1,4})\s*[.:]?\s*|^(\d{1,2}|[IVX]{1,4})\s?-\s?(?:тарау|бөлім)\s*[.:]?\s*/iu;
/** «II. Порядок действий»: a heading by the words behind its number. */
export const romanHead =
  /^([IVX]{1,4})\s?\.\s+(?=(?:общие|жалпы|описание|порядок|требовани|ответственност|мемлекеттік|\p{L}+\s+(?:тәртібі|сипаттамасы)))/iu;
/** Words of headings that have a number but no «Глава»; looked for anywhere. */
export const chapterWords =
  /общие положения|порядок|порядка|требовани|ответственност|обжаловани|взаимодействи|жалпы ереже|тәртіб|сипаттам|талаптар|жауапкершіл|шағым/iu;

export const actAppendix =
  /^приложение\s*(?:№\s*)?(\d{1,3})?\s+(?:к|утвержд)\S*\s+(?:\S+\s+){0,12}?(?:приказ|постановлен|распоряжен|решени)/iu;
export const actAppendixKk =
  /(?:бұйры\p{L}*|қаулы\p{L}*|шешім\p{L}*)\s*(?:№\s*)?(\d{1,3})?\s?-?\s?(?:ші\s+)?қосымша\p{L}*\s*\.?$/iu;
/** The start of the order's own «Утвержден постановлением …». */
export const approvedHead = /^(?:утвержд[её]н[оаы]?(?:\s|$)|бекітілген|бекітілді)/iu;
export const approvedBy = /^.{0,40}(?:приказ|постановлени|решени|распоряжени|бұйры|қаулы|шешім)/iu;
export const appendixHead = /^(?:Приложение|ПРИЛОЖЕНИЕ)\s*(?:№\s*)?(\d{1,3}|б)?(?!\p{L})/u;
export const appendixHeadKk =
  /(?:регламент\p{L}*|стандарт\p{L}*)\s*(?:№\s*)?(\d{1,3})?\s?-?\s?(?:ші\s+)?қосымша\p{L}*\s*\.?(?:\s+нысан\p{L}*)?$|^(\d{1,3})\s?-\s?қосымша(?!\p{L})/iu;
export const toRegulation = /к\s+(?:\S+\s+)?регламент/iu;

export const regulationHead =
  /^регламент[іi]?\s*$|^регламент\s+(?:оказания\s+)?(?:электронной\s+|электронных\s+)?(?:государственн|услуг)/iu;
export const regulationHeadKk =
  /(?:электронды\p{L}*\s+)?(?:мемлекеттік\s+)?(?:көрсетілетін\s+)?қызмет\p{L}*(?:\s+көрсету\p{L}*)?\s+регламенті\s*$/iu;

export const tableTitle = /^таблица\s*(?:№\s*)?\d{0,2}|^\d{1,2}\s?-\s?кесте|^кесте\s*\d{0,2}/iu;
export const tableContinued = /^продолжение\s+(?:таблицы|табл)|^кестенің жалғасы/iu;
export const legendHead = /^(?:условные\s+обозначения|шартты\s+белгілер)/iu;
export const questionnaireHead = /анкет\p{L}*|сауалнама/iu;
export const drawingHead =
  /^(?:диаграмма|блок-?\s?схема|справочник|описание\s+последовательности|схема|рисунок|сурет|анықтамалық|бизнес-процес)|диаграммасы\s*\.?$|анықтамалығы\s*\.?$|сұлбасы\s*\.?$/iu;
/** How the labels of the rows or columns of a table of steps begin. */
export const tableLabel =
  /^(?:№|номер|наименовани|форма\s+завершени|форма\s+результат|сроки?(?!\p{L})|длительность|продолжительность|действи[ея]|операци|процедур[аы]\s*\(|описание|содержание|результат|исполнител|участник|структурн|СФЕ|іс-қимыл|рәсім|құрылымдық|ҚФБ|атауы|сипаттама|аяқталу|орындау|мерзім|келесі|нәтиже|мазмұн|орындаушы|р\/с)/iu;
export const nameLabel =
  /^[_\s]*\(\s*(?:наименование\s+(?:государственной\s+)?услуги|(?:мемлекеттік\s+)?(?:қызмет|көрсетілетін қызмет)\p{L}*\s+атауы)\s*\)/iu;
export const formWord = /(?:^|\s)(форма|нысан[ыа]?)\s*$/iu;
export const noise =
  /^(?:\[?image:?\s*\]?|\[?рисунок\]?|[-–_=*.\s]{3,}|стр\.?\s*\d+|страница\s*\d+|\d{1,4}\s*-?\s*бет|©.*|document_image_\S+)$/iu;

/** What a portal remarks between the paragraphs of an act: «Сноска. Пункт 5 в редакции …». */
export const remark =
  /^(?:сноска\s*[.:]|ескерту\s*[.:]|(?:примечание|ескертпе)\s+(?:РЦПИ|ИЗПИ)|(?:РЦПИ|ИЗПИ)(?:\s*[-!:.]|\s+ескерт)|(?:РҚАО|ЗҚАИ)\s*-?\s*(?:ның|нің)?\s*(?:ескерт|[!:.]))/iu;
/** «Результат процедуры (действия) – …» under a step. */
export const stepResult =
  /^(?:результат\p{L}*(?:\s+(?:данн\p{L}+\s+)?(?:процедур\p{L}*|действи\p{L}*|процесс\p{L}*|шаг\p{L}*|этап\p{L}*)(?:\s*\(\p{L}+\))?(?:\s+№?\s?\d{1,2})?)?\s*(?:[-–—:]|явля\p{L}+(?=\s))|(?:(?:осы\s+)?(?:рәсім|іс-қимыл|процес|әрекет)\p{L}*\s*(?:\(\p{L}+(?:-\p{L}+)?\))?\s*)?нәтиже\p{L}*\s*[-–—:])\s*/iu;
