import { isDate } from './date.ts';

const weighted = (digits: readonly number[], start: number): number =>
  digits.slice(0, 11).reduce((sum, digit, index) => sum + digit * (((index + start - 1) % 11) + 1), 0) % 11;

/**
 * The check digit of an ИИН or БИН: weights 1…11, and where the remainder by 11 is 10, weights 3…11, 1, 2; where that
 * is 10 again no such number is given out. `undefined` then, or if there are not eleven digits.
 */
export function checkDigit(elevenDigits: string): number | undefined {
  if (!/^\d{11}/.test(elevenDigits)) return undefined;
  const digits = [...elevenDigits].map(Number);
  const first = weighted(digits, 1);
  if (first !== 10) return first;
  const second = weighted(digits, 3);
  return second === 10 ? undefined : second;
}

const holds = (number: string): boolean => /^\d{12}$/.test(number) && checkDigit(number) === Number(number[11]);

/** Centuries of birth by digit 7: 1–2 XIX, 3–4 XX, 5–6 XXI; 0 is given to foreigners and tells no century. */
const centuries: readonly (readonly number[])[] = [[19, 20], [18], [18], [19], [19], [20], [20]];

/** Twelve digits, the check digit holds, digits 1–6 are a day of birth. */
export function isIin(number: string): boolean {
  if (!holds(number)) return false;
  const birth = `${number.slice(0, 2)}-${number.slice(2, 4)}-${number.slice(4, 6)}`;
  return (centuries[Number(number[6])] ?? []).some((century) => isDate(`${century}${birth}`));
}

/** Twelve digits, the check digit holds, digits 3–4 are a month and digit 5 a kind of organisation (4, 5 or 6). */
export function isBin(number: string): boolean {
  const month = Number(number.slice(2, 4));
  return holds(number) && month >= 1 && month <= 12 && /^[456]$/.test(number[4] ?? '');
}
