/** Named characters that texts of acts hold; others stay as they are written. */
const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  minus: '−',
  shy: '',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  numero: '№',
  hellip: '…',
  sect: '§',
  deg: '°',
  copy: '©',
  bull: '•',
  middot: '·',
  times: '×',
};

/** The codes 128–159, which Word writes for the signs of windows-1252. */
const ofWord = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const character = (code: number): string => {
  if (code >= 128 && code < 160) return ofWord[code - 128] ?? '\ufffd';
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
};

/** A text of mark-up with its character references replaced. */
export const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
        if (typeof decimal === 'string') return character(Number(decimal));
        if (typeof hex === 'string') return character(parseInt(hex, 16));
        return entities[String(name).toLowerCase()] ?? whole;
      })
    : text;
