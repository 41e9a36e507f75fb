/**
 * Names as an act declines them, put into the nominative case. Only the word that leads a name and the adjectives before it
 * change: «акимата Жамбылской области» -> «акимат Жамбылской области», «территориальными подразделениями Комитета» ->
 * «территориальные подразделения Комитета», «министрінің» -> «министрі».
 */

/** Nouns that lead the names of bodies and posts, without their endings. */
const masculine =
  'министр|председател|аким|акимат|комитет|департамент|отдел|центр|аппарат|орган|филиал|маслихат|банк|руководител|начальник|заместител|институт|фонд|услугодател|исполнител|работник|сотрудник|специалист|оператор|инспектор|нотариус|регистратор|совет|архив|музей|полномочн представител';
const feminine =
  'инспекци|организаци|комисси|служб|корпораци|канцеляри|прокуратур|палат|школ|больниц|поликлиник|библиотек';
const neuter =
  'министерств|управлени|агентств|правительств|правлени|учреждени|подразделени|предприяти|отделени|бюро|представительств';

interface Ending {
  readonly of: string;
  readonly to: string;
}
const softened = (stem: string): boolean => /(?:тел)$/iu.test(stem);

/** The ending of a noun in the singular and in the plural, genitive and instrumental. */
function nounOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  const take = (stems: string, endings: readonly Ending[]): string | undefined => {
    for (const stem of stems.split('|')) {
      if (!lower.startsWith(stem)) continue;
      const rest = lower.slice(stem.length);
      const ending = endings.find(({ of }) => of === rest);
      if (ending)
        return (
          word.slice(0, stem.length) +
          (softened(stem) && ending.to === '' ? 'ь' : softened(stem) && ending.to === 'ы' ? 'и' : ending.to)
        );
    }
    return undefined;
  };
  return (
    take(masculine, [
      { of: '', to: '' },
      { of: 'ь', to: 'ь' },
      { of: 'а', to: '' },
      { of: 'я', to: '' },
      { of: 'ом', to: '' },
      { of: 'ем', to: '' },
      { of: 'ами', to: 'ы' },
      { of: 'ями', to: 'и' },
      { of: 'ов', to: 'ы' },
    ]) ??
    take(feminine, [
      { of: 'я', to: 'я' },
      { of: 'а', to: 'а' },
      { of: 'и', to: 'я' },
      { of: 'ы', to: 'а' },
      { of: 'ей', to: 'я' },
      { of: 'ой', to: 'а' },
      { of: 'ями', to: 'и' },
      { of: 'ами', to: 'ы' },
    ]) ??
    take(neuter, [
      { of: 'о', to: 'о' },
      { of: 'е', to: 'е' },
      { of: 'ом', to: 'о' },
      { of: 'ем', to: 'е' },
      { of: 'ами', to: 'а' },
      { of: 'ями', to: 'я' },
      { of: 'а', to: 'о' },
      { of: 'я', to: 'е' },
    ])
  );
}

/** Endings of adjectives, by the gender and number of the noun: instrumental and genitive -> nominative. */
function adjectiveOf(word: string, noun: string): string | undefined {
  const isPlural = /(?:ы|и|ения|ства|дения|ия)$/iu.test(noun) && /(?:ыми|ими|ых|их)$/iu.test(word);
  const soft = /(?:ими|им|его|ей|их)$/iu.test(word) && !/[гкх](?:ими|им|их)$/iu.test(word);
  const stem = /^(.*?)(?:ыми|ими|ым|им|ого|его|ой|ей|ых|их)$/iu.exec(word)?.[1];
  if (stem === undefined || stem.length < 3) return undefined;
  if (/(?:областн|городск|волостн)$/iu.test(stem) && !isPlural && !/[аяоеё]$/iu.test(noun)) return `${stem}ой`;
  const velar = /[гкх]$/iu.test(stem);
  if (isPlural) return `${stem}${soft || velar ? 'ие' : 'ые'}`;
  if (/[оеё]$/iu.test(noun)) return `${stem}${soft ? 'ее' : 'ое'}`;
  if (/[ая]$/iu.test(noun)) return `${stem}${soft ? 'яя' : 'ая'}`;
  return `${stem}${soft || velar ? 'ий' : 'ый'}`;
}

const adjective = /^\p{L}+(?:ыми|ими|ым|им|ого|его|ой|ей|ых|их)$/iu;
const LEAD = 5;

/** One name without others behind it. */
function leading(name: string): string {
  const words = name.split(' ');
  for (const [index, word] of words.slice(0, LEAD).entries()) {
    const noun = nounOf(word);
    if (noun === undefined && !adjective.test(word)) break;
    if (noun === undefined) continue;
    const before = words.slice(0, index).map((one) => adjectiveOf(one, noun));
    if (before.some((one) => one === undefined)) break;
    return [...before, noun, ...words.slice(index + 1)].join(' ');
  }
  return name;
}

/** The nominative of a name of a body or a post, Russian or Kazakh; words that it does not know stay as they are. */
export function nominative(name: string): string {
  const acting = /^исполняющ(?:его|им)\s+обязанности\s+/iu;
  if (acting.test(name)) return name.replace(acting, 'исполняющий обязанности ');
  const kazakh = /^(.*\p{L}(?:[іиы]))(?:нің|ның)$/u.exec(name);
  if (kazakh?.[1] !== undefined) return kazakh[1];
  return name
    .split(/(\s[–—-]\s|,\s|\sи\s)/u)
    .map((part, index) => (index % 2 === 0 ? leading(part) : part))
    .join('')
    .replace(/(?<=[«"“])\p{L}+(?:ом|ем|ей|ой)(?=\s)/u, (word) => nounOf(word) ?? word);
}
