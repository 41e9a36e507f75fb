/**
 * Where a line of office prose may end. The rules are those of Russian and Kazakh typesetting (Мильчин, «Справочник
 * издателя и автора», §§ on переносы): an abbreviation stays with what it names, initials with the surname, a number
 * with its short unit, and a dash never begins a line.
 */
const opening = '^[«"„“(\\[]*';

/** Stays with the word after it: № 5, ст. 20, г. Алматы. */
const abbreviationBefore = new RegExp(
  `${opening}(?:№|§|(?:ст|п|пп|подп|ч|гл|абз|разд|т|г|гор|с|ул|пр|просп|пер|мкр|д|кв|оф|каб|обл|р|тел|им|см|рис|табл|прил|стр|б|каз|көш|үй|қ)\\.)$`,
  'iu',
);
const initials = new RegExp(`${opening}(?:\\p{Lu}\\.){1,2}[,;)»]*$`, 'u');
const surname = /^[«"(]*\p{Lu}[\p{L}-]+$/u;
/** A noun that the number after it completes: дом 60, офис 301, класс 1, пункт 2, статья 45. */
const numbered =
  /^[(«]*(?:дом|корпус|строение|квартира|офис|комната|кабинет|участок|склад|цех|класс|лист|экземпляр|партия|позици[ияей]|графа|номер|DN|стать[яиюе]й?|пункт(?:а|у|ом|е)?|подпункт(?:а|у|ом|е)?)$/iu;
/** The other way round: 1 тармағына, 7 бабының, 2 данада. */
const counted = /^(?:бап|баб|тармақ|тармағ|тармақша|дана)\p{L}*[.,;:)»]*$/iu;
/** A place with its kind: город Тараз, улица Абая; Тараз қаласы, Абай көшесі. And a year with its day: 2019 жылғы 18. */
const kindOfPlace = /^(?:город|село|посёлок|улица|проспект|площадь|район|микрорайон|области?)$/iu;
const placeOfKind = /^(?:қаласы|ауылы|кенті|көшесі|даңғылы|ауданы|облысы|алаңы)\p{L}*[.,;:)»]*$/u;

/** Stays with the number before it: 2014 г., 20 %, 5 кг, 3 сентября, 5 қазандағы. */
const unitAfter =
  /^(?:(?:г|гг|ж|жж|т|шт|руб|тг|коп|экз|дана|бет|стр|с|б)\.|%|‰|°C?|₸|₽|€|\$|тенге|теңге|кг|г|т|л|мл|м|мм|см|км|м²|м³|шт|(?:м³?|л|кг|т|км)\/(?:ч|с|сут|мин)|жыл(?:ғы|ы)?|год(?:а|у)?|(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*|(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\p{L}*)[.,;:)»]*$/iu;
const endsInNumber = /(?:^|[^\p{L}])\d+(?:[-.,]\d+)*$/u;
const thousands = /^\d{3}(?:\D.*)?$/u;
const dash = /^[–—−-][,.;:]?$/u;
/** Short words that hang badly at the end of a line. */
const particle = /^[«(]*\p{L}{1,2}$/u;

export type Break = 'free' | 'unwelcome' | 'forbidden';

const cachedPairs = 20_000;
const known = new Map<string, Break>();

/** Whether the line may end at the space between two words. */
export function breakBetween(left: string, right: string): Break {
  const key = `${left} ${right}`;
  const before = known.get(key);
  if (before) return before;
  const found = judge(left, right);
  if (known.size >= cachedPairs) known.clear();
  known.set(key, found);
  return found;
}

function judge(left: string, right: string): Break {
  if (dash.test(right)) return 'forbidden';
  if (abbreviationBefore.test(left)) return 'forbidden';
  if (initials.test(left) && /^\p{Lu}/u.test(right)) return 'forbidden';
  if (initials.test(right) && surname.test(left)) return 'forbidden';
  if (endsInNumber.test(left) && (unitAfter.test(right) || thousands.test(right))) return 'forbidden';
  if (numbered.test(left) && /^\d/.test(right)) return 'forbidden';
  if (endsInNumber.test(left) && counted.test(right)) return 'forbidden';
  if (kindOfPlace.test(left) && /^\p{Lu}/u.test(right)) return 'unwelcome';
  if (placeOfKind.test(right) && /^[«(]*\p{Lu}/u.test(left)) return 'unwelcome';
  if (left === 'жылғы' && /^\d/.test(right)) return 'unwelcome';
  return particle.test(left) ? 'unwelcome' : 'free';
}

/**
 * Places inside a word where a line may end without a hyphen being added: after a hyphen between two long parts
 * (never 1-сынып, из-за, СИ-12), after the slash of alternatives, and inside an address of the internet.
 */
export function breaksInside(word: string): number[] {
  if (!/[-/]|www\.|@/u.test(word)) return [];
  const address = /^(?:https?:|www\.)|@/u.test(word);
  const places: number[] = [];
  for (const found of word.matchAll(address ? /[/.?&=_]|(?=@)/gu : /[-/‐]/gu)) {
    const place = found.index + found[0].length;
    const left = /[\p{L}\d]*$/u.exec(word.slice(0, found.index))?.[0] ?? '';
    const right = /^[\p{L}\d]*/u.exec(word.slice(place))?.[0] ?? '';
    const longEnough =
      address || (left.length > 2 && right.length > 2 && !/\d/u.test(left + right) && !/^\p{Lu}+$/u.test(left));
    if (longEnough && right.length > 1) places.push(place);
  }
  return places;
}
