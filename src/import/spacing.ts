import { divide, singles, type Dictionary } from './dictionary.ts';

/** Single letters and digits with spaces between them: «у с л у г и», «Г Б Д Е Л», «А Ж - д а». */
const spaced = /(?<![\p{L}\d])[\p{L}\d](?: {1,4}(?:[-–] )?[\p{L}\d](?![\p{L}\d]))+/gu;
const numberSign = /№(?: \d(?!\d)){2,}/gu;

/** «1 5 рабочих дней»: one number. */
const spacedDays = /(?<![\d.,] ?)(\d) (\d)(?= (?:рабоч|календ|мин|дн|жұмыс|күн))/gu;

const isUncommon = (letter: string): boolean => /\p{L}/u.test(letter) && !singles.has(letter.toLowerCase());

/** No heading and no sentence is longer; what goes on so is not letter-spaced but nonsense. */
const LONGEST = 4000;

function close(run: string, dictionary: Dictionary): string {
  if (run.length > LONGEST) return run;
  const letters = run.match(/[\p{L}\d]/gu) ?? [];
  const uncommon = letters.filter(isUncommon).length;
  const joined = letters.join('');
  const isAbbreviation = /^\p{Lu}{2,3}$/u.test(joined) && !run.includes('  ');
  if (isAbbreviation && dictionary.counts.has(joined.toLowerCase())) return joined;
  const isShort = letters.length === 2 && uncommon === 2;
  if (isShort && !dictionary.counts.has(joined.toLowerCase())) return run;
  if (uncommon < 2) return run;
  const wide = / {2,}/.test(run);
  const parts = wide ? run.split(/ {2,}/) : [run];
  return parts
    .map((part) => part.replace(/ ?([-–]) ?/g, '-').replace(/ /g, ''))
    .flatMap((part) => part.split(/(?<=\p{L}{3})(?=\d)/u))
    .flatMap((part) => (wide ? [part] : divide(part, dictionary)))
    .join(' ');
}

const JOIN = 5;

/** Halves of words that the spacing left: «ж әне» -> «және», where the whole is a word of the text and the half is not. */
function joinHalves(text: string, { counts }: Dictionary): string {
  if (!/(?<!\p{L})\p{L}(?!\p{L})/u.test(text)) return text;
  const words = text.split(' ');
  const isHalf = (word: string | undefined): boolean =>
    word !== undefined &&
    /^\p{L}{1,4}$/u.test(word) &&
    !counts.has(word.toLowerCase()) &&
    (word.length > 1 || isUncommon(word));
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 1;
    if (isHalf(words[at]))
      for (let length = JOIN; length > 1; length -= 1) {
        const whole = words.slice(at, at + length).join('');
        const bare = whole.replace(/[.,;:»"]+$/, '').toLowerCase();
        if (whole.length > 2 && (counts.get(bare) ?? 0) > 1) {
          taken = length;
          break;
        }
      }
    out.push(words.slice(at, at + taken).join(''));
    at += taken;
  }
  return out.join(' ');
}

/**
 * Closes letter-spaced words; where the spacing hides the borders they come from the dictionary of the text. Text without
 * spacing is returned as it is.
 */
export function closeSpacing(text: string, dictionary: Dictionary): string {
  if (!/(?<![\p{L}\d])[\p{L}\d] {1,4}(?:[-–] )?[\p{L}\d](?![\p{L}\d])/u.test(text)) return text;
  const days = text.replace(spacedDays, '$1$2');
  const numbers = days.replace(numberSign, (run) => `№ ${run.slice(1).replace(/ /g, '')}`);
  const closed = numbers.replace(spaced, (run) => close(run, dictionary));
  if (closed === text) return text;
  return joinHalves(closed, dictionary).replace(
    /(?<=\d) ?- ?(?=(?:қосымша|кесте|тарау|процесс|шарт|рәсім)(?!\p{L}))/giu,
    '-',
  );
}
