import type { SurveyService } from '../model/response.ts';
import type { Vocabulary, VocabularyEntry } from '../model/vocabulary.ts';
import { Interner } from '../source/interner.ts';
import type { Row } from '../source/row.ts';

/** Codes above every index: what a text means when it is none of the known ones. */
export const MISSING = 0xfffe;
export const UNKNOWN = 0xfffd;
export const AMBIGUOUS = 0xfffc;

/** Texts are compared without case, quotes, end marks, leading «3)» and doubled spaces; ё = е. */
export const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»"“”„'`]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^\d+\s*[).]\s+(?=\D)/, '')
    .replace(/^\d+\)(?=\D)/, '')
    .replace(/[?!.;:]+$/, '')
    .trim();

const LIMIT = 4096;

/**
 * Texts -> codes, with a memory of the bytes already met: a survey repeats a few hundred texts millions of times.
 * The memory is emptied when it fills with texts that do not repeat, so it stays small whatever comes.
 */
export class Lexicon {
  private seen = new Interner();
  private readonly near = new Int32Array(1024).fill(-1);
  private readonly single: (number | undefined)[] = new Array<number | undefined>(256).fill(undefined);
  private readonly meaning: ReadonlyMap<string, number>;

  constructor(meaning: ReadonlyMap<string, number>) {
    this.meaning = meaning;
  }

  code(row: Row, column: number): number {
    if (column < 0) return MISSING;
    const { bytes } = row;
    const start = row.starts[column] ?? 0;
    const end = row.ends[column] ?? 0;
    if (start === end) return MISSING;
    if (end - start === 1) return (this.single[bytes[start] ?? 0] ??= this.meant(bytes, start, end));
    // Most texts are met again: a few of their bytes say where to look, and equality is decided on all of them.
    const near =
      ((end - start) * 7 +
        (bytes[end - 1] ?? 0) * 31 +
        (bytes[end - 2] ?? 0) * 17 +
        (bytes[(start + end) >>> 1] ?? 0)) &
      1023;
    const known = this.near[near] ?? -1;
    if (known >= 0 && this.seen.equals(known, bytes, start, end - start)) return this.seen.markOf(known);
    const place = this.seen.add(bytes, start, end, UNKNOWN);
    this.near[near] = place;
    if (place >= 0 && this.seen.found) return this.seen.markOf(place);
    const code = this.meant(bytes, start, end);
    if (place >= 0) this.seen.setMark(place, code);
    if (this.seen.size > LIMIT) {
      this.seen = new Interner();
      this.near.fill(-1);
    }
    return code;
  }

  private meant(bytes: Buffer, start: number, end: number): number {
    const text = normalise(bytes.toString('utf8', start, end));
    return text === '' ? MISSING : (this.meaning.get(text) ?? UNKNOWN);
  }
}

/** Services by address, by the last part of the address and by title; a name of several services is ambiguous. */
export function serviceLexicon(services: readonly SurveyService[]): Lexicon {
  const meaning = new Map<string, number>();
  const put = (name: string | undefined, index: number) => {
    if (name === undefined || name === '') return;
    const key = normalise(name);
    const other = meaning.get(key);
    meaning.set(key, other === undefined || other === index ? index : AMBIGUOUS);
  };
  services.forEach(({ address, title }, index) => {
    put(address.slice(address.indexOf('/') + 1), index);
    put(title.ru, index);
    put(title.kk, index);
  });
  services.forEach(({ address }, index) => meaning.set(normalise(address), index));
  return new Lexicon(meaning);
}

/** Answers: 0..3 by code or by word. */
export function answerLexicon(vocabulary: Vocabulary): Lexicon {
  const meaning = new Map<string, number>();
  for (const [code, words] of Object.entries(vocabulary.answers))
    for (const word of words) meaning.set(normalise(word), Number(code));
  for (const code of [1, 2, 3]) {
    meaning.set(String(code), code);
    meaning.set(`${code}.0`, code);
    meaning.set(`${code})`, code);
  }
  return new Lexicon(meaning);
}

/** Regions, channels, languages: codes 1..n in the order of the list; 0 is kept for «not stated». */
export function entryLexicon(entries: readonly VocabularyEntry[]): Lexicon {
  const meaning = new Map<string, number>();
  entries.forEach((entry, index) => {
    for (const name of [entry.code, entry.ru, entry.kk, ...entry.also]) meaning.set(normalise(name), index + 1);
  });
  return new Lexicon(meaning);
}
