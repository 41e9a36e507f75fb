/** Words that a person types about himself and that no report may carry. */
const marks = {
  // Begins only where a word begins: otherwise a long word without an @ would cost the square of its length.
  email: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  // ИИН and БИН: twelve digits, also in groups.
  number: /(?<!\d)\d(?:[\s\u00a0-]?\d){11}(?!\d)/g,
  // +7 / 8 and ten digits, with any of the usual signs between.
  phone: /(?<!\d)(?:\+\s?7|8|7)[\s\u00a0(-]*\d{3}[\s\u00a0)-]*\d{3}[\s\u00a0-]*\d{2}[\s\u00a0-]*\d{2}(?!\d)/g,
  short: /(?<!\d)\d{3}[\s-]\d{2}[\s-]\d{2}(?!\d)/g,
} as const;

/** A comment without ИИН/БИН, telephone numbers and e-mail addresses, and without control characters. */
export const maskPersonal = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(marks.email, '[e-mail]')
    .replace(marks.number, '[ИИН]')
    .replace(marks.phone, '[тел.]')
    .replace(marks.short, '[тел.]');
