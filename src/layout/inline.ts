import { codePointOf, diagnostic, type Diagnostic, type Place } from '../diagnostics/index.ts';
import { divisions } from '../text/hyphenate.ts';
import { missing, widthOf, type Face, type Font, type FontSet } from '../text/metrics.ts';
import type { Inline, Language, TextRun } from './block.ts';
import { breakBetween, breaksInside } from './glue.ts';

/** How letters are set, with nothing left open. */
export interface LetterStyle {
  readonly sizePt: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly lang: Language;
}

/** The number of the page a furniture block is set for. */
export interface Numbers {
  readonly page: number;
  readonly pages: number;
}

/** The look shared by neighbouring letters. One object per run, so that identity tells one look from another. */
export interface Look {
  readonly face: Face;
  readonly font: Font;
  readonly size: number;
  readonly lang: Language;
  readonly underline: boolean;
}

/** Letters of one look with nothing to break inside. */
export interface Piece {
  readonly text: string;
  readonly look: Look;
  readonly width: number;
}

/**
 * What may stand at a place between pieces. `cost` is the price of ending the line here: Infinity forbids, -Infinity forces.
 * `hyphen` is drawn when the line ends here; a space is not.
 */
export interface Gap {
  readonly kind: 'space' | 'division' | 'point' | 'end';
  readonly cost: number;
  readonly look: Look;
  readonly width: number;
}

/** A paragraph as pieces with a gap after each. The last gap is forced. */
export interface Run {
  readonly pieces: readonly Piece[];
  readonly gaps: readonly Gap[];
}

const softHyphen = '\u00AD';
const divisionCost = 90;
const unwelcomeCost = 180;
const pointCost = 40;

export const faceOf = (bold: boolean, italic: boolean): Face =>
  bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';

interface Letters {
  readonly text: string;
  readonly look: Look;
}

/** A word or what stands between two. */
export type Token =
  | { readonly kind: 'word'; readonly letters: readonly Letters[] }
  | { readonly kind: 'space' | 'fixed-space' | 'break'; readonly look: Look };

/** Faults of letters that the font cannot show, at the place the text came from. */
function lacking(look: Look, word: string, at: Place | undefined): Diagnostic[] {
  return missing(look.font, word.includes(softHyphen) ? word.replaceAll(softHyphen, '') : word).map((character) =>
    diagnostic('letter-missing', { character, codePoint: codePointOf(character), text: word.slice(0, 60) }, at),
  );
}

function textOf(inline: Inline, numbers: Numbers | undefined): string {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'page-number') return String(numbers?.page ?? '');
  return inline.kind === 'page-count' ? String(numbers?.pages ?? '') : '';
}

/** Cuts a paragraph into words and spaces; a word may change its look in the middle. */
export function tokensOf(
  content: readonly Inline[],
  style: LetterStyle,
  fonts: FontSet,
  numbers: Numbers | undefined,
  at: Place | undefined,
): { readonly tokens: readonly Token[]; readonly findings: readonly Diagnostic[] } {
  const tokens: Token[] = [];
  const findings: Diagnostic[] = [];
  let word: Letters[] = [];
  const endWord = (): void => {
    if (word.length > 0) tokens.push({ kind: 'word', letters: word });
    word = [];
  };
  for (const inline of content) {
    const set: Omit<Partial<TextRun>, 'kind'> = inline.kind === 'break' ? {} : inline;
    const face = faceOf(set.bold ?? style.bold, set.italic ?? style.italic);
    const underline = set.underline === true;
    const look: Look = {
      face,
      font: fonts[face],
      size: set.sizePt ?? style.sizePt,
      lang: set.lang ?? style.lang,
      underline,
    };
    if (inline.kind === 'break') {
      endWord();
      tokens.push({ kind: 'break', look });
      continue;
    }
    if (inline.kind !== 'text' && !numbers) findings.push(diagnostic('placed-wrongly', { what: inline.kind }, at));
    const text = textOf(inline, numbers)
      .normalize('NFC')
      .replace(/[\u200B\uFEFF]/gu, '');
    for (const part of text.split(/([ \t\r\n\u00A0]+)/u)) {
      if (part === '') continue;
      if (/^[ \t\r\n\u00A0]/u.test(part)) {
        endWord();
        if (tokens.at(-1)?.kind === 'word')
          tokens.push({ kind: part.includes('\u00A0') ? 'fixed-space' : 'space', look });
      } else {
        for (const fault of lacking(look, part, set.at ?? at)) findings.push(fault);
        word.push({ text: part, look });
      }
    }
  }
  endWord();
  while (/space$/.test(tokens.at(-1)?.kind ?? '')) tokens.pop();
  return { tokens, findings };
}

const plain = (token: Token | undefined): string =>
  token?.kind === 'word' ? token.letters.map((letters) => letters.text).join('') : '';

type Places = ReadonlyMap<number, 'division' | 'point'>;

const cachedWords = 20_000;
const known = new Map<string, Places>();

/** Places of a word where the line may end, by number of letters before. */
function placesOf(word: string, lang: Language, divide: boolean): Places {
  const key = `${divide ? lang : ''} ${word}`;
  const before = known.get(key);
  if (before) return before;
  const places = new Map<number, 'division' | 'point'>();
  if (divide) {
    for (const part of word.matchAll(/\p{L}{5,}/gu)) {
      for (const place of divisions(part[0], lang)) places.set(part.index + place, 'division');
    }
  }
  for (const place of breaksInside(word)) places.set(place, 'point');
  if (known.size >= cachedWords) known.clear();
  known.set(key, places);
  return places;
}

/** A word without its soft hyphens, and where they stood. */
function softHyphens(word: string): { readonly text: string; readonly places: Places } {
  const places = new Map<number, 'division' | 'point'>();
  let letters = 0;
  for (const character of word) {
    if (character === softHyphen) places.set(letters, 'division');
    else letters += character.length;
  }
  return { text: word.replaceAll(softHyphen, ''), places };
}

/** The pieces of a word, cut where it changes its look and where a line may end inside it. Its own soft hyphens come first. */
function cutWord(letters: readonly Letters[], divide: boolean, pieces: Piece[], gaps: Gap[]): void {
  const word = letters.length === 1 ? (letters[0]?.text ?? '') : letters.map((part) => part.text).join('');
  const own = word.includes(softHyphen) ? softHyphens(word) : undefined;
  const places = own?.places ?? placesOf(word, letters[0]?.look.lang ?? 'ru', divide);
  let offset = 0;
  for (const { text: raw, look } of letters) {
    const text = own ? raw.replaceAll(softHyphen, '') : raw;
    let start = 0;
    const cut = (end: number): void => {
      const part = text.slice(start, end);
      const kind = places.get(offset + end);
      pieces.push({ text: part, look, width: widthOf(look.font, part) * look.size });
      const width = kind === 'division' ? widthOf(look.font, '-') * look.size : 0;
      gaps.push({
        kind: kind ?? 'point',
        cost: kind === 'division' ? divisionCost : kind === 'point' ? pointCost : Infinity,
        look,
        width,
      });
      start = end;
    };
    if (places.size > 0) for (let index = 1; index < text.length; index++) if (places.has(offset + index)) cut(index);
    cut(text.length);
    offset += text.length;
  }
}

const costs = { free: 0, unwelcome: unwelcomeCost, forbidden: Infinity } as const;

/** A paragraph as pieces and gaps. `divide` puts hyphenation places into words that have none of their own. */
export function runOf(tokens: readonly Token[], divide: boolean): Run {
  const pieces: Piece[] = [];
  const gaps: Gap[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === 'word') {
      cutWord(token.letters, divide, pieces, gaps);
      return;
    }
    const { look } = token;
    if (token.kind === 'break') {
      if (gaps.length === 0 || gaps.at(-1)?.kind === 'end') pieces.push({ text: '', look, width: 0 });
      else gaps.pop();
      gaps.push({ kind: 'end', cost: -Infinity, look, width: 0 });
      return;
    }
    gaps.pop();
    const cost =
      token.kind === 'fixed-space' ? Infinity : costs[breakBetween(plain(tokens[index - 1]), plain(tokens[index + 1]))];
    gaps.push({ kind: 'space', cost, look, width: widthOf(look.font, ' ') * look.size });
  });
  const lastLook = pieces.at(-1)?.look;
  if (lastLook && gaps.at(-1)?.kind !== 'end')
    gaps.splice(-1, 1, { kind: 'end', cost: -Infinity, look: lastLook, width: 0 });
  return { pieces, gaps };
}
