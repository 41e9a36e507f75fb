import {
  resolveMark,
  type Flow,
  type Mark,
  type Regulation,
  type Step,
  type Telling,
} from '../../../src/model/index.ts';
import type { Path, Span } from './leaves.ts';
import { Ledger, letters, pieces, words } from './ledger.ts';
import { resembles } from './likeness.ts';

interface Marked extends Mark {
  readonly pointer: Path;
}

/** More pieces than that are no longer a torn wording but another one. */
const MOST_PIECES = 5;

export const startsWith = (pointer: Path, prefix: Path): boolean =>
  prefix.every((part, index) => pointer[index] === part);
/** Whether the beginning of a word stands in some letters: another grammatical case changes its end. */
const declined = (word: string, said: string): boolean =>
  said.includes(word.slice(0, Math.max(Math.min(4, word.length - 1), word.length - 3)));

/** Whether a reason names a word that was changed, or the beginning of it that a cut edge left. */
const named = (word: string, why: string): boolean =>
  words(why).some((one) => one === word || (one.length > 1 && word.startsWith(one)));

/** Whether some letters are spelled by the words of a reason alone, one after the other. */
export function isSpelled(text: string, why: string): boolean {
  const known = [...words(why), ...why.split(/\P{L}+/u).map(letters)].filter(Boolean);
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at++)
    if (reached.has(at)) for (const word of known) if (text.startsWith(word, at)) reached.add(at + word.length);
  return reached.has(text.length) || letters(why).includes(text);
}

/** Participants and lanes may be called as they are called anywhere in the text, where a mark says so. */
const isName = (pointer: Path): boolean => pointer[0] === 'participants' || pointer.includes('lanes');

/** Data held against the lines that they were typed from: what is claimed of the text so far, and what is wrong. */
export class Comparison {
  readonly wrong: string[] = [];
  readonly ledger: Ledger;
  readonly marks: readonly Marked[];

  constructor(
    readonly data: object,
    marks: readonly Mark[],
    readonly lines: readonly string[],
    readonly whole: Span,
  ) {
    this.ledger = new Ledger(lines, whole);
    this.marks = marks.flatMap((mark) => {
      const pointer = resolveMark(mark.at, data);
      return pointer ? [{ ...mark, pointer }] : [];
    });
  }

  /** The regulation, as far as the data are one. */
  get regulation(): Partial<Regulation> {
    return this.data;
  }
  get tellings(): readonly Telling[] {
    return this.regulation.tellings ?? [];
  }
  flow(name: Telling['flow']): Flow | undefined {
    return this.regulation.process?.[name];
  }
  stepOf(telling: Telling, id: string | null): Step | undefined {
    return this.flow(telling.flow)?.steps.find((step) => step.id === id);
  }

  marksOver(pointer: Path, kinds: readonly Mark['kind'][]): Marked[] {
    return this.marks.filter((mark) => kinds.includes(mark.kind) && startsWith(pointer, mark.pointer));
  }

  fault(pointer: Path, what: string, src?: Span): void {
    this.wrong.push(`/${pointer.join('/')}${src ? ` [${src.join(', ')}]` : ''}: ${what}`);
  }

  misplaced(pointer: Path, text: string, src?: Span): void {
    const elsewhere = this.ledger.text(this.whole).includes(letters(text));
    this.fault(pointer, `${elsewhere ? 'stands elsewhere' : 'not in the text'}: ${text.slice(0, 90)}`, src);
  }

  /** Whether a wording stands on some lines, as it is or as a mark says. */
  stands(pointer: Path, text: string, span: Span): boolean {
    return letters(text) === '' || this.ledger.claim(letters(text), span) || this.isRepaired(pointer, text, span);
  }

  /** Whether a mark accounts for a wording that does not stand there: it stands on the lines of the mark, in pieces, or badly recognised. */
  private isRepaired(pointer: Path, text: string, span: Span): boolean {
    return this.marksOver(pointer, ['repaired', 'unreadable']).some(({ src }) => {
      const place = isName(pointer) ? this.whole : (src ?? span);
      if (this.ledger.claim(letters(text), place)) return true;
      if (src && resembles(text, this.lines.slice(src[0] - 1, src[1]))) return true;
      return this.inPieces([pointer], text, src ?? span);
    });
  }

  /** Whether the words of a text stand on some lines in pieces, and the marks over some places name or explain the others. */
  inPieces(pointers: readonly Path[], text: string, span: Span): boolean {
    const marks = pointers.flatMap((pointer) => this.marksOver(pointer, ['repaired', 'unreadable']));
    const found = piecesOf(text, this.ledger.text(span), marks);
    for (const piece of found ?? []) this.ledger.claim(piece, span);
    return found !== undefined;
  }
}

/** The pieces in which a repaired text stands in some letters; undefined where a word is changed that no mark names. */
export function piecesOf(text: string, said: string, marks: readonly Mark[]): string[] | undefined {
  const why = marks.map((mark) => mark.why).join(' ');
  const { found, lost } = pieces(text, said);
  const explained = (word: string): boolean => named(word, why) || (/падеж|септі/u.test(why) && declined(word, said));
  return marks.length > 0 && found.length <= MOST_PIECES + lost.length && lost.every(explained) ? found : undefined;
}
