import type { Span } from './leaves.ts';

/** What counts as written: letters, figures and the signs inside a number, «1,5», «10-15», «4/5». Spacing, other signs, mark-up, quotes and case are set aside. */
export const letters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\]\(https?:[^)]*\)/g, ']')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(?<=\d)[‐‑–—](?=\d)/g, '-')
    .replace(/(?<!\d)[^\p{L}\p{N}\s]|[^\p{L}\p{N}\s](?!\d)/gu, '')
    .replace(/\s/g, '')
    .toLowerCase();

export const words = (text: string): string[] =>
  text
    .split(/[\s/]+/)
    .map(letters)
    .filter(Boolean);

/** Letters of one line that stand together and that nothing claims. */
export interface Run {
  readonly line: number;
  readonly text: string;
}

/** The letters of a text in one row, each of which the data may claim once as the place where a wording of theirs stands. */
export class Ledger {
  readonly #row: string;
  readonly #starts: number[] = [0];
  readonly #claimed: Uint8Array;
  readonly #from: number;

  constructor(lines: readonly string[], [from, to]: Span) {
    const rows = lines.slice(from - 1, to).map(letters);
    for (const row of rows) this.#starts.push((this.#starts.at(-1) ?? 0) + row.length);
    this.#row = rows.join('');
    this.#from = from;
    this.#claimed = new Uint8Array(this.#row.length);
  }

  /** Places of the row between two lines, both ends included. */
  #places([from, to]: Span): Span {
    const at = (line: number): number =>
      this.#starts[Math.min(Math.max(line - this.#from, 0), this.#starts.length - 1)] ?? 0;
    return [at(from), at(to + 1)];
  }

  text(span: Span): string {
    return this.#row.slice(...this.#places(span));
  }

  #free(at: number, length: number): number {
    let count = 0;
    for (let place = at; place < at + length; place++) if (this.#claimed[place] === 0) count += 1;
    return count;
  }

  /** Claims the place of a wording between two lines that is the least claimed so far; false where it does not stand there. */
  claim(wanted: string, span: Span): boolean {
    const [first, end] = this.#places(span);
    let best: { at: number; free: number } | undefined;
    for (
      let at = this.#row.indexOf(wanted, first);
      at >= 0 && at + wanted.length <= end;
      at = this.#row.indexOf(wanted, at + 1)
    ) {
      const free = this.#free(at, wanted.length);
      if (!best || free > best.free) best = { at, free };
      if (free === wanted.length) break;
    }
    if (best) this.#claimed.fill(1, best.at, best.at + wanted.length);
    return best !== undefined;
  }

  /** Claims whatever is left on a line. */
  settle(line: number): void {
    this.#claimed.fill(1, ...this.#places([line, line]));
  }

  runs(): Run[] {
    const found: Run[] = [];
    for (let index = 0; index + 1 < this.#starts.length; index++) {
      const [first = 0, end = 0] = [this.#starts[index], this.#starts[index + 1]];
      let begin = first;
      for (let at = first; at <= end; at++) {
        if (at < end && this.#claimed[at] === 0) continue;
        if (at > begin) found.push({ line: this.#from + index, text: this.#row.slice(begin, at) });
        begin = at + 1;
      }
    }
    return found;
  }
}

/** Shorter runs of letters stand in any text. */
const SHORTEST_PIECE = 4;

/**
 * A repaired wording stands in the text in pieces: the longest runs of its words, each on letters of its own, and the words
 * that do not stand there.
 */
export function pieces(text: string, said: string): { found: string[]; lost: string[] } {
  const [found, lost]: [string[], string[]] = [[], []];
  const all = words(text);
  let rest = said;
  for (let at = 0; at < all.length;) {
    let end = all.length;
    while (end > at && !rest.includes(all.slice(at, end).join(''))) end -= 1;
    const piece = all.slice(at, end).join('');
    if (piece.length < SHORTEST_PIECE) lost.push(all[at++] ?? '');
    else {
      found.push(piece);
      rest = rest.replace(piece, '\n');
      at = end;
    }
  }
  return { found, lost };
}
