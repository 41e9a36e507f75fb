import type { Language, Term } from '../../model/index.ts';
import { parseTerm } from '../../text/index.ts';
import { termInText, termLabel } from '../words/sentences.ts';

/** A printed term as the model has it; undefined where the words hold none. `includedIn` becomes the id of a step. */
export function termOf(raw: string, lang: Language, when?: readonly string[]): Term | undefined {
  const words = raw.trim();
  const parsed = words === '' ? undefined : parseTerm(words, lang);
  if (!parsed || (Array.isArray(parsed.amount) && parsed.amount[1] <= 0)) return undefined;
  const { includedIn, ...rest } = parsed;
  return {
    ...rest,
    raw: words,
    ...(includedIn === undefined ? {} : { includedIn: `p${includedIn}` }),
    ...(when && when.length > 0 ? { when: [...when] } : {}),
  };
}

/** A cell may hold several terms: «При выдаче … – 15 рабочих дней, выдаче дубликата … - 2 рабочих дня». */
export function termsOfCell(cell: string, lang: Language, whenOf: (words: string) => string[]): Term[] {
  const parts = cell.split(
    /[,;]\s+(?=(?:при\s+)?(?:выдаче|переоформлении|выдача|беру|қайта)[^,;]{3,120}?[-–—]\s*\d)/iu,
  );
  return parts.flatMap((part) => {
    const found = termOf(part, lang, parts.length > 1 ? whenOf(part) : []);
    return found ? [found] : [];
  });
}

export interface Termed {
  /** The words without a term that stands at their end. */
  readonly text: string;
  readonly terms: Term[];
}

const LONGEST = 4000;

/** The terms of a sentence. One at its end is taken off the text, one inside stays in it too. */
export function termsIn(text: string, lang: Language, whenOf: (words: string) => string[] = () => []): Termed {
  const terms: Term[] = [];
  let kept = text;
  for (const match of text.slice(0, LONGEST).matchAll(termInText)) {
    const raw = match[0].trim();
    const found = termOf(raw, lang, /^(?:при|в\s+случае)\s/iu.test(raw) ? whenOf(raw) : []);
    if (!found || /^\d+$/.test(raw)) continue;
    terms.push(found);
    const after = text.slice(match.index + match[0].length);
    const isAlone = /\(\s*$/u.test(text.slice(0, match.index)) && /^\)[\s;.,]*$/u.test(after);
    if (isAlone || /^[\s;.,]*$/u.test(after))
      kept = text
        .slice(0, match.index)
        .replace(/[\s,(]*[-–—]?\s*$/u, '')
        .replace(termLabel, '');
  }
  return { text: kept.trim() === '' ? text : kept.trim(), terms };
}
