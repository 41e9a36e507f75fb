import { resolveMark, type Act, type Mark, type Regulation } from '../../src/model/index.ts';
import { leaves, normalise, type Leaf } from './coverage.ts';

/**
 * The two-way comparison of test/helpers/coverage.ts, letter by letter: no run of letters of the text may be missing from
 * the data that name its lines, and a repair may change no letter that its mark does not quote.
 */
type Lines = readonly [number, number];

/** Shorter pieces of a text would be found anywhere. */
const shortestPiece = 6;
/** A piece of a torn text that is as long as this may stand in several cells of a row. */
const tellingPiece = 12;

/** Words around a text that stand elsewhere in the data, or nowhere: numbers, labels, «(далее – …)». */
const around =
  /^(?:\d|[.,;:?!>→•&/]|глава|процедура|процесс|процесі|үдеріс|условие|шарт|приложение|қосымша|далее|бұданәрі|примечание|image|форма)*$/u;

/** Letters of some lines with the line of each. */
class Page {
  readonly letters: string;
  private readonly lineOf: readonly number[];
  readonly held: boolean[];

  constructor(lines: readonly string[], [from, to]: Lines) {
    const each = lines.slice(from - 1, to).map(normalise);
    this.letters = each.join('');
    this.lineOf = each.flatMap((letters, index) => Array.from(letters, () => from + index));
    this.held = this.lineOf.map(() => false);
  }

  private reach([from, to]: Lines): [number, number] {
    const first = this.lineOf.findIndex((line) => line >= from);
    const after = this.lineOf.findIndex((line) => line > to);
    return [first < 0 ? this.letters.length : first, after < 0 ? this.letters.length : after];
  }

  holdLines(src: Lines): void {
    const [from, to] = this.reach(src);
    this.held.fill(true, from, to);
  }

  private holdEvery(piece: string, from: number, to: number, once: boolean): void {
    for (let at = this.letters.indexOf(piece, from); at >= 0 && at + piece.length <= to;) {
      this.held.fill(true, at, at + piece.length);
      if (once) return;
      at = this.letters.indexOf(piece, at + 1);
    }
  }

  /** Holds a text on its lines, in pieces where a page break or a neighbouring cell tears it. */
  hold(wanted: string, src: Lines | undefined): void {
    const [from, to] = src ? this.reach(src) : [0, this.letters.length];
    const here = this.letters.slice(from, to);
    if (here.includes(wanted)) return this.holdEvery(wanted, from, to, false);
    for (let at = 0; at < wanted.length;) {
      const length = longestPiece(wanted, at, [here]);
      if (length >= shortestPiece) this.holdEvery(wanted.slice(at, at + length), from, to, length < tellingPiece);
      at += Math.max(1, length >= shortestPiece ? length : 1);
    }
  }

  /** Runs of letters that nothing holds, with their line. */
  *gaps(): Generator<{ line: number; letters: string }> {
    for (let at = 0; at < this.letters.length; at++) {
      if (this.held[at]) continue;
      const found = this.held.indexOf(true, at);
      const end = found < 0 ? this.letters.length : found;
      yield { line: this.lineOf[at] ?? 0, letters: this.letters.slice(at, end) };
      at = end;
    }
  }
}

/** How many letters of a text from a place on stand together in one of some strings. */
function longestPiece(text: string, at: number, among: readonly string[]): number {
  let [known, least, most] = [0, 1, text.length - at];
  while (least <= most) {
    const length = Math.ceil((least + most) / 2);
    const piece = text.slice(at, at + length);
    if (among.some((one) => one.includes(piece))) [known, least] = [length, length + 1];
    else most = length - 1;
  }
  return known;
}

/** What a telling says of a step without repeating it: the words, terms and result of the step, on the lines of the telling. */
function* told({ tellings, process }: Regulation): Generator<Pick<Leaf, 'text' | 'src'>> {
  for (const { flow, items } of tellings) {
    for (const { step: id, src, text } of items) {
      const step = process[flow]?.steps.find((one) => one.id === id);
      if (!step || !src) continue;
      const { terms, result, notes } = step;
      const own = { terms: (terms ?? []).map(({ raw }) => raw), result, notes };
      for (const leaf of leaves(text === undefined ? { ...own, text: step.text } : own))
        yield { text: leaf.text, src: [src[0], src[1]] };
    }
  }
}

const quotes = (why: string): string[] =>
  [...why.matchAll(/«((?:[^«»]|«[^«»]*»)+)»|"([^"«»]+)"/gu)].map(([, outer, inner]) => outer ?? inner ?? '');

/** Runs of letters between the lines of a regulation that the data naming those lines do not hold. */
export const wordsNotHeld = (data: Regulation, lines: readonly string[]): string[] =>
  gapsOf(new Page(lines, data.src), [...leaves(data), ...told(data)], data.marks ?? []);

/** The same of an act, outside its regulations. */
export const wordsOfActNotHeld = (act: Act, regulations: readonly Regulation[], lines: readonly string[]): string[] => {
  const own = lines.map((line, index) =>
    regulations.some(({ src }) => index + 1 >= src[0] && index + 1 <= src[1]) ? '' : line,
  );
  return gapsOf(new Page(own, [1, own.length]), [...leaves(act)], act.marks ?? []);
};

function gapsOf(page: Page, texts: readonly Pick<Leaf, 'text' | 'src'>[], marks: readonly Mark[]): string[] {
  for (const { text, src } of texts) {
    const wanted = normalise(text);
    if (wanted.length > 1) page.hold(wanted, src);
  }
  for (const { kind, src, why } of marks) {
    if (!src) continue;
    if (kind === 'lost' || kind === 'unreadable') page.holdLines(src);
    for (const quoted of quotes(why)) page.hold(normalise(quoted), src);
  }
  return [...page.gaps()]
    .filter(({ letters }) => letters.replace(/[^\p{L}]/gu, '').length >= 4 && !around.test(letters))
    .map(({ line, letters }) => `${line}: ${letters.slice(0, 110)}`);
}

/** Whether a text can be cut into pieces, none but the last shorter than four letters, that all stand in some strings. */
export function isMadeOf(text: string, among: readonly string[]): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at++) {
    if (!reached.has(at)) continue;
    const length = longestPiece(text, at, among);
    for (let piece = 4; piece <= length; piece++) reached.add(at + piece);
    if (at + length === text.length) return true;
  }
  return text === '';
}

/** Names are given in the nominative, whatever case the act has; recognised drawings have a test of their own. */
const declinedFields = new Set<string | number | undefined>(['name', 'short', 'full']);

function* repairedLeaves(data: Regulation): Generator<{ leaf: Leaf; marks: Mark[] }> {
  const repairs = (data.marks ?? []).flatMap((mark) => {
    const pointer = mark.kind === 'repaired' ? resolveMark(mark.at, data) : undefined;
    return pointer ? [{ mark, pointer }] : [];
  });
  for (const leaf of leaves(data)) {
    const { pointer } = leaf;
    if (declinedFields.has(pointer.at(-1)) || pointer.includes('aliases')) continue;
    if (pointer[0] === 'tellings' && data.tellings[Number(pointer[1])]?.kind === 'drawing') continue;
    const marks = repairs
      .filter((one) => one.pointer.every((part, index) => pointer[index] === part))
      .map(({ mark }) => mark);
    if (marks.length > 0) yield { leaf, marks };
  }
}

/** Repaired texts with letters that stand neither on their lines nor in the quotations of their marks. */
export function repairsNotSaid(data: Regulation, lines: readonly string[]): string[] {
  const region = ([from, to]: Lines): string => normalise(lines.slice(from - 1, to).join('\n'));
  const faults: string[] = [];
  for (const { leaf, marks } of repairedLeaves(data)) {
    if (marks.some(({ why }) => why.includes('падеж'))) continue;
    const { pointer, text } = leaf;
    const step =
      pointer[0] === 'process'
        ? data.process[pointer[1] as keyof typeof data.process]?.steps[Number(pointer[3])]
        : undefined;
    const tellings = step
      ? data.tellings
          .filter(({ flow }) => flow === pointer[1])
          .flatMap(({ items }) => items.filter((item) => item.step === step.id))
      : [];
    const places = [leaf.src ?? data.src, ...[...marks, ...tellings].flatMap(({ src }) => (src ? [src] : []))];
    const among = [...places.map(region), ...marks.flatMap(({ why }) => quotes(why).map(normalise))];
    if (!isMadeOf(normalise(text), among)) faults.push(`/${pointer.join('/')}: ${text.slice(-110)}`);
  }
  return faults;
}
