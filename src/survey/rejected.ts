import type { Rejected } from './intake.ts';

/**
 * A cell of a CSV that a spreadsheet will open: what begins like a formula gets an apostrophe before it (CWE-1236),
 * control characters go, quotes are doubled.
 */
export function safeCell(text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd');
  const guarded = /^[=+\-@\t\r\n]/.test(clean.trimStart()) || /^[\t\r\n]/.test(clean) ? `'${clean}` : clean;
  return /[";\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

const columns = ['file', 'line', 'reason', 'field', 'value', 'near', 'raw'] as const;

/** The heading of the list, after a byte order mark, so that Excel takes it for UTF-8. */
export const rejectedHead = (word: (key: string) => string): string =>
  `\ufeff${['code', ...columns].map((key) => safeCell(word(`head.${key}`))).join(';')}\r\n`;

/** One line: code and place, the reason in words, the record as it stood. */
export const rejectedLine = (rejected: Rejected, word: (key: string) => string): string =>
  `${[
    rejected.reason,
    rejected.sheet === undefined ? rejected.file : `${rejected.file}!${rejected.sheet}`,
    String(rejected.line),
    word(`reason.${rejected.reason}`),
    rejected.field === '' ? '' : word(`field.${rejected.field}`),
    rejected.value,
    rejected.near,
    rejected.raw,
  ]
    .map(safeCell)
    .join(';')}\r\n`;
