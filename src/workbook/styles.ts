import type { Style } from 'exceljs';

/** Colours of the three answers: told apart in grey print and by the colour-blind (dark, pale, middle). */
export const colours = {
  no: 'B5483A',
  partly: 'E8C468',
  yes: '2F7F73',
  missing: 'C9CED6',
  ink: '1F2A37',
  quiet: '6B7280',
  head: '1F4E5F',
  band: 'EEF3F5',
  flag: 'FBF3DC',
} as const;

const border = { style: 'thin', color: { argb: 'FFD5DBE1' } } as const;
const box = { top: border, bottom: border, left: border, right: border };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${argb}` } }) as const;
const middle = { vertical: 'middle', wrapText: true } as const;
/** Texts stand a little off the border: beside a number at the right end of its cell they would run into it. */
const beside = { horizontal: 'left', ...middle, indent: 1 } as const;

const verdictStyle = (colour: string) => ({
  font: { name: 'Arial', family: 2, size: 9, italic: true, color: { argb: `FF${colour}` } },
  alignment: { horizontal: 'center' as const, ...middle },
  border: box,
});
const sentence = (colour: string) => ({
  font: { name: 'Arial', family: 2, size: 11, color: { argb: `FF${colour}` } },
  alignment: { ...middle, indent: 1 },
});

export const styles = {
  title: {
    font: { name: 'Arial', family: 2, bold: true, size: 16, color: { argb: `FF${colours.head}` } },
    alignment: { vertical: 'middle' },
  },
  subtitle: {
    font: { name: 'Arial', family: 2, size: 10, color: { argb: `FF${colours.quiet}` } },
    alignment: { vertical: 'top', wrapText: true },
  },
  heading: {
    font: { name: 'Arial', family: 2, bold: true, size: 12, color: { argb: `FF${colours.head}` } },
    alignment: { vertical: 'middle' },
  },
  restricted: {
    font: { name: 'Arial', family: 2, bold: true, size: 10, color: { argb: `FF${colours.no}` } },
    alignment: { horizontal: 'right', vertical: 'middle' },
  },
  head: {
    font: { name: 'Arial', family: 2, bold: true, size: 9, color: { argb: 'FFFFFFFF' } },
    fill: fill(colours.head),
    alignment: { horizontal: 'center', ...middle },
    border: box,
  },
  text: { font: { name: 'Arial', family: 2, size: 10 }, alignment: beside, border: box, numFmt: '@' },
  plain: { font: { name: 'Arial', family: 2, size: 10 }, alignment: { vertical: 'top', wrapText: true } },
  quiet: {
    font: { name: 'Arial', family: 2, size: 8, color: { argb: `FF${colours.quiet}` } },
    alignment: beside,
    border: box,
    numFmt: '@',
  },
  helper: { font: { name: 'Arial', family: 2, size: 8, color: { argb: 'FFB0B7BF' } } },
  plainMark: sentence(colours.ink),
  goodMark: sentence(colours.yes),
  badMark: sentence(colours.no),
  link: {
    font: { name: 'Arial', family: 2, size: 9, underline: true, color: { argb: `FF${colours.head}` } },
    alignment: { vertical: 'middle' },
  },
  number: {
    font: { name: 'Arial', family: 2, size: 9, color: { argb: `FF${colours.quiet}` } },
    alignment: { horizontal: 'center', vertical: 'middle' },
    border: box,
  },
  count: {
    font: { name: 'Arial', family: 2, size: 10 },
    alignment: { vertical: 'middle' },
    border: box,
    numFmt: '#,##0',
  },
  share: {
    font: { name: 'Arial', family: 2, size: 10 },
    alignment: { vertical: 'middle' },
    border: box,
    numFmt: '0.0%',
  },
  strong: {
    font: { name: 'Arial', family: 2, size: 10, bold: true },
    fill: fill(colours.band),
    alignment: { vertical: 'middle' },
    border: box,
    numFmt: '0.0%',
  },
  points: {
    font: { name: 'Arial', family: 2, size: 10 },
    alignment: { vertical: 'middle' },
    border: box,
    numFmt: '+0.0;-0.0;0.0',
  },
  index: {
    font: { name: 'Arial', family: 2, size: 10 },
    alignment: { vertical: 'middle' },
    border: box,
    numFmt: '0.0',
  },
  p: { font: { name: 'Arial', family: 2, size: 10 }, alignment: { vertical: 'middle' }, border: box, numFmt: '0.000' },
  mark: verdictStyle(colours.quiet),
  markGood: verdictStyle(colours.yes),
  markBad: verdictStyle(colours.no),
  total: {
    font: { name: 'Arial', family: 2, size: 10, bold: true },
    fill: fill(colours.band),
    alignment: beside,
    border: box,
  },
  totalCount: {
    font: { name: 'Arial', family: 2, size: 10, bold: true },
    fill: fill(colours.band),
    alignment: { vertical: 'middle' },
    border: box,
    numFmt: '#,##0',
  },
  key: {
    font: { name: 'Arial', family: 2, size: 22, bold: true, color: { argb: `FF${colours.yes}` } },
    alignment: { horizontal: 'center', vertical: 'middle' },
    fill: fill(colours.band),
    numFmt: '0.0%',
  },
  keyCount: {
    font: { name: 'Arial', family: 2, size: 22, bold: true, color: { argb: `FF${colours.head}` } },
    alignment: { horizontal: 'center', vertical: 'middle' },
    fill: fill(colours.band),
    numFmt: '#,##0',
  },
  keyEmpty: {
    font: { name: 'Arial', family: 2, size: 12, color: { argb: `FF${colours.quiet}` } },
    alignment: { horizontal: 'center', vertical: 'middle' },
    fill: fill(colours.band),
  },
  keyNote: {
    font: { name: 'Arial', family: 2, size: 9, color: { argb: `FF${colours.quiet}` } },
    alignment: { horizontal: 'center', vertical: 'top', wrapText: true },
    fill: fill(colours.band),
  },
  date: {
    font: { name: 'Arial', family: 2, size: 10 },
    alignment: { vertical: 'middle' },
    border: box,
    numFmt: 'dd.mm.yyyy',
  },
} satisfies Record<string, Partial<Style>>;

export type StyleName = keyof typeof styles;
