/** The three forms a Russian noun takes after a number: 1 день, 2 дня, 5 дней. */
export type RussianForms = readonly [one: string, few: string, many: string];

/** Chooses the form for a whole number; a fraction takes the form of «few»: 1,5 минуты. */
export function russianForm(count: number, forms: RussianForms): string {
  if (!Number.isInteger(count)) return forms[1];
  const tens = Math.abs(count) % 100;
  const ones = tens % 10;
  if (tens >= 11 && tens <= 14) return forms[2];
  if (ones === 1) return forms[0];
  return ones >= 2 && ones <= 4 ? forms[1] : forms[2];
}
