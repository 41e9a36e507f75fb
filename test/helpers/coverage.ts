import { resolveMark, type Mark } from '../../src/model/index.ts';

/**
 * The two-way comparison of typed data with the text they were typed from. White space, hyphens, dashes, quotes,
 * mark-up and case are set aside; everything else must agree, unless a mark says `repaired` or `drafter-error`.
 */
export const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\]\(https?:[^)]*\)/g, ']')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/[\s\u00a0\u00ad\u200b*#|\\_[\]()]/g, '')
    .replace(/[-‐‑–—―]/g, '')
    .replace(/["«»“”„'’]/g, '')
    .toLowerCase();

const notText = new Set([
  'id',
  'kind',
  'kinds',
  'lang',
  'n',
  'number',
  'at',
  'why',
  'rule',
  'unit',
  'dayKind',
  'bound',
  'origin',
  'cite',
  'view',
  'flow',
  'telling',
  'symbol',
  'step',
  'to',
  'from',
  'actors',
  'outcome',
  'appliesTo',
  'includedIn',
  'service',
  'date',
  'url',
  'orientation',
  'field',
  'place',
  'clause',
  'listed',
  'variant',
  'forms',
  'end',
  'marks',
  'inForce',
  'lanes',
  'when',
  'outsideTotal',
]);

export interface Leaf {
  readonly pointer: readonly (string | number)[];
  readonly text: string;
  readonly src: readonly [number, number] | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const linesOf = (value: Record<string, unknown>): [number, number] | undefined => {
  const src = value['src'];
  return Array.isArray(src) && typeof src[0] === 'number' && typeof src[1] === 'number' ? [src[0], src[1]] : undefined;
};

/**
 * Every text of the data that claims to be the act's own, with the lines it names (its own or its parent's). A wording of
 * which another act gives one language is the act's own in the language of the file.
 */
export function* leaves(
  value: unknown,
  pointer: (string | number)[] = [],
  src?: [number, number],
  lang?: string,
): Generator<Leaf> {
  if (typeof value === 'string') yield { pointer, text: value, src };
  else if (Array.isArray(value))
    for (const [index, entry] of value.entries()) yield* leaves(entry, [...pointer, index], src, lang);
  else if (isRecord(value)) {
    const own = linesOf(value) ?? src;
    const language = pointer.length === 0 && typeof value['lang'] === 'string' ? value['lang'] : lang;
    if (value['origin'] === 'ours') return;
    if (value['origin'] === 'other-act') {
      const isOfBoth = value['kk'] !== undefined && value['ru'] !== undefined;
      if (isOfBoth && language) yield* leaves(value[language], [...pointer, language], own, language);
      return;
    }
    for (const [key, entry] of Object.entries(value)) {
      const structural =
        notText.has(key) && !(key === 'forms' && isRecord(entry)) && !(key === 'lanes' && pointer.includes('tellings'));
      if (!structural && key !== 'src') yield* leaves(entry, [...pointer, key], own, language);
    }
  }
}

const shingles = (text: string, size = 8): string[] =>
  text.length <= size
    ? [text]
    : Array.from({ length: text.length - size + 1 }, (_, index) => text.slice(index, index + size));
const share = (text: string, of: string): number => {
  const parts = shingles(text);
  return parts.filter((part) => of.includes(part)).length / parts.length;
};

/** Whether every word of a text stands in a region, in whatever order: the words of displaced links. */
const hasWords = (of: string, text: string): boolean =>
  (text.match(/[\p{L}\d]+/gu) ?? []).every((word) => of.includes(normalise(word)));

/** Whether a name stands in a region in another grammatical case: every word is there but for its last two letters. */
const declined = (name: string, of: string): boolean =>
  name.split(' ').every((word) => of.includes(normalise(word).slice(0, Math.max(4, normalise(word).length - 2))));

/** Letters that recognition takes for each other, Cyrillic and Latin: one sign for each group of look-alikes. */
const looks = ['ийлмнпцчшщыnmuhilw', 'гтrt', 'вжзкхэясszxkvcb', 'адad', 'бьъg6', 'ефёe', 'оюo', 'рp', 'уy'];
const look = (word: string): string =>
  [...word.toLowerCase()]
    .flatMap((letter) => looks.findIndex((group) => group.includes(letter)))
    .filter((group) => group >= 0)
    .join('');

function longestCommon(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const before = row;
    row = [0];
    for (let j = 1; j <= b.length; j++)
      row.push(b[j - 1] === letter ? (before[j - 1] ?? 0) + 1 : Math.max(before[j] ?? 0, row[j - 1] ?? 0));
  }
  return row.at(-1) ?? 0;
}

/** Whether recognised lines (Latin letters for Cyrillic ones) show the words of a text, by the look of the letters; digits are themselves. */
export function resembles(text: string, lines: readonly string[]): boolean {
  const recognised = lines.join(' ').split(/[^\p{L}\d]+/u);
  if (!(text.match(/\d+/g) ?? []).every((number) => recognised.includes(number))) return false;
  const tokens = recognised.filter((token) => /[a-z\d]/i.test(token)).map(look);
  const words = text
    .split(/[^\p{L}]+/u)
    .map(look)
    .filter((word) => word !== '');
  const likeness = (word: string): number =>
    Math.max(
      0,
      ...tokens
        .filter((token) => token.length <= word.length * 1.5 + 1)
        .map((token) => longestCommon(word, token) / word.length),
    );
  return words.reduce((sum, word) => sum + likeness(word), 0) / words.length >= 0.55;
}

const starts = (pointer: readonly (string | number)[], prefix: readonly (string | number)[]): boolean =>
  prefix.every((part, index) => pointer[index] === part);

const region = (lines: readonly string[], [from, to]: readonly [number, number]): string =>
  normalise(lines.slice(from - 1, to).join('\n'));

/** The lines of the tellings of a step: its term may come from a table, its `src` is the clause. */
function* toldOn(
  data: object,
  [root, flow, , index, field]: readonly (string | number)[],
): Generator<[number, number]> {
  if (root !== 'process' || field !== 'terms') return;
  const at = (value: unknown, key: string | number | undefined): unknown =>
    typeof value === 'object' && value !== null && key !== undefined ? Reflect.get(value, key) : undefined;
  const id = at(at(at(at(at(data, 'process'), flow), 'steps'), index), 'id');
  const tellings = at(data, 'tellings');
  for (const telling of Array.isArray(tellings) ? tellings : []) {
    const items = at(telling, 'items');
    if (at(telling, 'flow') !== flow || !Array.isArray(items)) continue;
    for (const item of items) {
      const src = isRecord(item) && item['step'] === id ? linesOf(item) : undefined;
      if (src) yield src;
    }
  }
}

/** Texts of the data that the named lines of the source do not hold. */
export function textsNotInSource(
  data: object,
  marks: readonly Mark[],
  lines: readonly string[],
  whole: readonly [number, number],
): string[] {
  const loose = marks
    .filter((mark) => mark.kind === 'repaired' || mark.kind === 'unreadable')
    .flatMap((mark) => {
      const pointer = resolveMark(mark.at, data);
      return pointer ? [{ pointer, src: mark.src }] : [];
    });
  const all = region(lines, whole);
  const faults: string[] = [];
  for (const { pointer, text, src } of leaves(data)) {
    const wanted = normalise(text);
    if (wanted === '') continue;
    // The result of a step is told in a clause of its own; the step names the lines of its own clause.
    const ofStep = pointer[0] === 'process' && pointer.at(-1) === 'result';
    const here = src && !ofStep ? region(lines, src) : all;
    if (here.includes(wanted)) continue;
    if ([...toldOn(data, pointer)].some((told) => region(lines, told).includes(wanted))) continue;
    const path = `/${pointer.join('/')}`;
    const excused = loose.filter((mark) => starts(pointer, mark.pointer));
    if (excused.length > 0 && share(wanted, all) >= 0.6) continue;
    if (excused.some((mark) => mark.src && hasWords(region(lines, mark.src), text))) continue;
    if (pointer.at(-1) === 'name' && excused.some((mark) => mark.src && declined(text, region(lines, mark.src))))
      continue;
    if (excused.some((mark) => mark.src && resembles(text, lines.slice(mark.src[0] - 1, mark.src[1])))) continue;
    faults.push(
      `${path} ${src ? `[${src.join(', ')}]` : ''}: ${all.includes(wanted) ? 'stands on other lines' : 'not in the source'}: ${text.slice(0, 90)}`,
    );
  }
  return faults;
}

/** The marks that say why a line of the source is not in the data as it stands. */
const explains: ReadonlySet<string> = new Set<Mark['kind']>(['lost', 'unreadable', 'repaired']);

/** Lines of the source between `from` and `to` whose words the data do not hold, and which no mark explains. */
export function linesNotInData(
  data: unknown,
  marks: readonly Mark[],
  lines: readonly string[],
  [from, to]: readonly [number, number],
): string[] {
  const held = [...leaves(data)].map(({ text }) => normalise(text)).join('\n');
  const numbers = JSON.stringify(data, (key, value: unknown) => (key === 'marks' ? undefined : value));
  const explained = (line: number): boolean =>
    marks.some(
      (mark) => explains.has(mark.kind) && mark.src !== undefined && line >= mark.src[0] && line <= mark.src[1],
    );
  const faults: string[] = [];
  for (let line = from; line <= to; line++) {
    const raw = lines[line - 1] ?? '';
    for (const cell of raw.split('\t')) {
      const wanted = normalise(cell)
        .replace(/^(глава|процедура|условие|процесс|үдеріс|шарт)?\d*(процесс|шарт|қосымша|кесте)?[.–)]*/, '')
        .replace(/[;:.,]+$/, '');
      if (wanted.length < 4 || explained(line) || share(wanted, held) >= 0.6 || numbers.includes(cell.trim())) continue;
      faults.push(`${line}: ${cell.trim().slice(0, 110)}`);
    }
  }
  return faults;
}

/** How often the text prints a numbered step at the head of a clause item: «процедура 3 –», «условие 1 –», «2-процесс –». */
export function printedSteps(text: string): number {
  const joined = text.replace(/\u00a0/g, ' ').replace(/([А-Яа-яӘҒҚҢӨҰҮҺІәғқңөұүһі]) (?=[а-яәғқңөұүһі] )/g, '$1');
  return [
    ...joined.matchAll(
      /(?:^|[:;.)]\s*|[-–]\s)(?:(?:процедура|условие|процесс|процесі)\s+\d+\s*\.?\s*[-–]|\d+\s*-\s*(?:процесс|шарт|үдеріс)\s*[-–])/gim,
    ),
  ].length;
}
