import { distance } from '../diagnostics/index.ts';
import type { SurveyService } from '../model/response.ts';
import type { Vocabulary, VocabularyEntry } from '../model/vocabulary.ts';
import { Interner } from '../source/interner.ts';
import type { Row } from '../source/row.ts';

/** Codes above every index: what a text means when it is none of the known ones. */
export const MISSING = 0xfffe;
export const UNKNOWN = 0xfffd;
export const AMBIGUOUS = 0xfffc;

/** Added to a code that was recognised by likeness: letters lost, Russian letters for Kazakh ones, one letter of a long answer amiss. */
export const GUESSED = 0x8000;

const endMarks = '?!.;:';
/** By hand: a pattern would try each mark of a million as the first one. */
function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && endMarks.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** Texts are compared without case, quotes, end marks, leading «3)» or «3 – » and doubled spaces; ё = е. */
export const normalise = (text: string): string =>
  withoutEndMarks(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/ё/g, 'е')
      .replace(/[«»"“”„'`]/g, '')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
      .replace(/^\d+\s*(?:[).:]|[-–—]\s)\s*(?=\D)/, ''),
  ).trim();

const kazakh = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' } as const;
const isKazakh = (letter: string): letter is keyof typeof kazakh => letter in kazakh;

/** Kazakh as it is typed on a Russian keyboard. */
const folded = (text: string): string =>
  text.replace(/[әғқңөұүһі]/g, (letter) => (isKazakh(letter) ? kazakh[letter] : letter));

/** Whether a text may be the known one: a program that saved it in windows-1251 wrote `?` for each Kazakh letter. */
export const isSameButLost = (text: string, known: string): boolean =>
  text.length === known.length &&
  text.includes('?') &&
  [...text].every((letter, place) => {
    const other = known[place] ?? '';
    return letter === other || (letter === '?' && isKazakh(other));
  });

/** Answers of so many letters may have one of them wrong, missing or too much. */
const LONG = 10;
const oneAmiss = (text: string, known: string): boolean =>
  known.length >= LONG && Math.abs(known.length - text.length) <= 1 && distance(text, known, 1) === 1;

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
  /** The same texts as typed on a Russian keyboard. */
  private readonly typed: ReadonlyMap<string, number>;
  private readonly tolerant: boolean;

  /** `tolerant` = one letter of a long text may be amiss: for answers alone, a service must be named exactly. */
  constructor(meaning: ReadonlyMap<string, number>, tolerant = false) {
    this.meaning = meaning;
    this.tolerant = tolerant;
    const typed = new Map<string, number>();
    for (const [text, code] of meaning) {
      const key = folded(text);
      typed.set(key, (typed.get(key) ?? code) === code ? code : AMBIGUOUS);
    }
    this.typed = typed;
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
    const given = bytes.toString('utf8', start, end);
    const text = normalise(given);
    // Nothing but question marks was an answer before some program lost all of its letters.
    if (text === '') return given.includes('?') ? UNKNOWN : MISSING;
    return this.meaning.get(text) ?? this.guess(text);
  }

  /** By likeness, where it leads to one meaning only. */
  private guess(text: string): number {
    const typed = this.typed.get(folded(text));
    if (typed !== undefined) return typed >= AMBIGUOUS ? typed : typed + GUESSED;
    if (text.includes('?')) return this.only((known) => isSameButLost(text, known));
    return this.tolerant ? this.only((known) => oneAmiss(text, known)) : UNKNOWN;
  }

  private only(alike: (known: string) => boolean): number {
    const codes = new Set([...this.meaning].filter(([known]) => alike(known)).map(([, code]) => code));
    const [code = UNKNOWN] = codes;
    return codes.size === 1 && code < AMBIGUOUS ? code + GUESSED : UNKNOWN;
  }
}

/** Normalised names of services -> their index: address, last part of the address, title; a name of several services is AMBIGUOUS. */
export function serviceMeanings(services: readonly SurveyService[]): ReadonlyMap<string, number> {
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
  return meaning;
}

export const serviceLexicon = (services: readonly SurveyService[]): Lexicon => new Lexicon(serviceMeanings(services));

/** Answers: 0..3 by code or by word. */
export function answerLexicon(vocabulary: Vocabulary): Lexicon {
  const meaning = new Map<string, number>();
  for (const [code, words] of Object.entries(vocabulary.answers))
    for (const word of words) meaning.set(normalise(word), Number(code));
  for (const code of [1, 2, 3]) {
    meaning.set(String(code), code);
    meaning.set(`${code}.0`, code);
    meaning.set(`${code},0`, code);
    meaning.set(`${code})`, code);
  }
  return new Lexicon(meaning, true);
}

/** Regions, channels, languages: codes 1..n in the order of the list; 0 is kept for «not stated». */
export function entryLexicon(entries: readonly VocabularyEntry[]): Lexicon {
  const meaning = new Map<string, number>();
  entries.forEach((entry, index) => {
    for (const name of [entry.code, entry.ru, entry.kk, ...entry.also]) meaning.set(normalise(name), index + 1);
  });
  return new Lexicon(meaning);
}
