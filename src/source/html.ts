/** A line of a text document with the lines of the file it stands on (1-based, both included); `cells` for a row of a table. */
export interface TextLine {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly cells?: readonly string[];
}

const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  shy: '',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  numero: '№',
  hellip: '…',
};

const character = (code: number): string => {
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
};

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
        if (typeof decimal === 'string') return character(Number(decimal));
        if (typeof hex === 'string') return character(parseInt(hex, 16));
        return entities[String(name).toLowerCase()] ?? whole;
      })
    : text;

const blocks = new Set(
  'p div br hr h1 h2 h3 h4 h5 h6 li ul ol table tbody thead tfoot section article header footer blockquote pre title body html center dl dt dd form'.split(
    ' ',
  ),
);
const silent = new Set(['script', 'style', 'svg', 'noscript', 'template', 'iframe']);

interface Row {
  readonly from: number;
  readonly cells: string[];
}

/** Whether a text is mark-up rather than plain text: it begins with a tag of HTML or holds closed paragraphs and tables. */
export const looksLikeHtml = (text: string): boolean => {
  const head = text.slice(0, 200_000);
  if (/^\s*(?:<\?xml|<!doctype html|<html|<head|<body)/i.test(head)) return true;
  const tags = head.match(/<\/?(?:p|div|table|tr|td|span|h[1-6]|br)(?=[\s>/])[^<>]{0,300}>/gi)?.length ?? 0;
  const lines = head.split('\n').length;
  return tags > lines / 2 && tags > 6;
};

class Reader {
  readonly lines: TextLine[] = [];
  private buffer = '';
  private from = 1;
  private row: Row | undefined;
  private readonly spans: number[] = [];
  private depth = 0;

  text(text: string, line: number): void {
    const plain = decoded(text).replace(/[\t\r\n ]+/g, ' ');
    if (plain === '') return;
    if (this.buffer === '') {
      if (plain.trim() === '') return;
      this.from = line;
    }
    this.buffer += plain;
  }

  flush(line: number): void {
    if (this.row) {
      if (this.buffer !== '') this.buffer += ' ';
      return;
    }
    if (this.buffer !== '') this.lines.push({ from: this.from, to: Math.max(this.from, line), text: this.buffer });
    this.buffer = '';
  }

  tag(name: string, closing: boolean, attributes: string, line: number): void {
    if (name === 'tr') return closing ? this.endRow(line) : this.beginRow(line);
    if (name === 'td' || name === 'th') return closing ? undefined : this.beginCell(attributes);
    if (name === 'table') this.depth = Math.max(0, this.depth + (closing ? -1 : 1));
    if (name === 'table' && closing && this.depth === 0) this.endRow(line);
    if (blocks.has(name)) this.flush(line);
  }

  private beginRow(line: number): void {
    if (this.depth > 1) return this.flush(line);
    this.endRow(line);
    this.flush(line);
    this.row = { from: line, cells: [] };
  }

  private beginCell(attributes: string): void {
    if (!this.row || this.depth > 1) return;
    this.endCell();
    while ((this.spans[this.row.cells.length] ?? 0) > 0) {
      this.spans[this.row.cells.length] = (this.spans[this.row.cells.length] ?? 0) - 1;
      this.row.cells.push('');
    }
    const rows = Number(/rowspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1);
    this.spans[this.row.cells.length] = Math.max(0, rows - 1);
    this.row.cells.push('');
    const columns = Number(/colspan\s*=\s*["']?(\d{1,2})/i.exec(attributes)?.[1] ?? 1);
    this.wide = columns - 1;
  }

  private wide = 0;

  private endCell(): void {
    if (!this.row) return;
    const index = this.row.cells.length - 1;
    if (index >= 0) this.row.cells[index] = this.buffer.replace(/\s+/g, ' ').trim();
    this.buffer = '';
    for (; this.wide > 0; this.wide -= 1) this.row.cells.push('');
  }

  private endRow(line: number): void {
    const row = this.row;
    if (!row) return;
    this.endCell();
    this.row = undefined;
    const { cells, from } = row;
    if (cells.length === 0) return;
    const text = cells.join('\t');
    this.lines.push({ from, to: Math.max(from, line), text, ...(cells.length > 1 ? { cells } : {}) });
  }

  end(line: number): TextLine[] {
    this.endRow(line);
    this.flush(line);
    return this.lines;
  }
}

/**
 * The lines of an HTML page: one per block, one per row of a table. Tolerant: unclosed and unknown tags, bare `<` and `&` are
 * taken as they come. One pass, time linear in the length.
 */
export function htmlLines(text: string): TextLine[] {
  const reader = new Reader();
  let line = 1;
  let at = 0;
  const pass = (to: number): void => {
    for (let found = text.indexOf('\n', at); found >= 0 && found < to; found = text.indexOf('\n', found + 1)) line += 1;
    at = to;
  };
  const endOf = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  };
  const tag = /<(\/?)([a-z][a-z0-9]{0,15})((?:\s[^<>]{0,2000})?)\/?>|<!--|<[!?][a-z]/gi;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    reader.text(text.slice(at, match.index), line);
    pass(match.index);
    const name = match[2]?.toLowerCase();
    let to = tag.lastIndex;
    if (match[0] === '<!--') to = endOf('-->', match.index);
    else if (name === undefined) to = endOf('>', match.index);
    else if (silent.has(name) && !match[1]) to = endOf(`</${name}>`, tag.lastIndex);
    else reader.tag(name, match[1] === '/', match[3] ?? '', line);
    pass(to);
    tag.lastIndex = to;
  }
  reader.text(text.slice(at), line);
  return reader.end(line);
}
