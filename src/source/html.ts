import { decoded } from './entities.ts';
import { Tables } from './html-tables.ts';

/**
 * A line of a text document with the lines of the file it stands on (1-based, both included); the cells of a row of a table are
 * divided by tabs. `apart`: the line begins a block of mark-up, as after a blank line.
 */
export interface TextLine {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly apart?: boolean;
}

const blocks = new Set(
  'p div hr h1 h2 h3 h4 h5 h6 li ul ol table caption tbody thead tfoot section article header footer main nav aside blockquote pre body html center dl dt dd form fieldset'.split(
    ' ',
  ),
);
const silent = new Set(['script', 'style', 'svg', 'noscript', 'template', 'iframe', 'title', 'select', 'button']);

/** Whether a text is mark-up rather than plain text: it begins with a tag of HTML or holds closed paragraphs and tables. */
export const looksLikeHtml = (text: string): boolean => {
  const head = text.slice(0, 200_000);
  if (/^\s*(?:<\?xml|<!doctype html|<html|<head|<body)/i.test(head)) return true;
  const tags = head.match(/<\/?(?:p|div|table|tr|td|span|h[1-6]|br)(?=[\s>/])[^<>]{0,300}>/gi)?.length ?? 0;
  const lines = head.split('\n').length;
  return tags > lines / 2 && tags > 6;
};

const DEEPEST = 16;

class Reader {
  private readonly tables = new Tables();
  private buffer = '';
  private from = 1;
  private isApart = true;
  private preformatted = 0;
  /** The number of an entry of a list before its words. */
  private pending = '';
  /** The lists that are open: the number of the last entry, or null for a list without numbers. */
  private readonly lists: { number: number | null; sign: string }[] = [];

  text(text: string, line: number): void {
    if (this.preformatted > 0) return this.asWritten(text, line);
    const plain = decoded(text).replace(/[\t\r\n ]+/g, ' ');
    if (plain === '') return;
    if (this.buffer === '') {
      if (plain.trim() === '') return;
      this.from = line + (/^\s*/.exec(text)?.[0].match(/\n/g)?.length ?? 0);
    }
    const start = this.buffer === '' ? plain.trimStart() : plain;
    const number = this.buffer === '' && !/^\d{1,3}\s?[.)]/.test(start) ? this.pending : '';
    this.pending = '';
    this.buffer += number + start;
  }

  /** Inside `<pre>` the lines and the spaces are those of the file. */
  private asWritten(text: string, line: number): void {
    for (const [index, part] of decoded(text).split('\n').entries()) {
      if (index > 0) this.flush(line + index - 1);
      if (index > 0 && part.trim() === '') this.isApart = true;
      if (part.trim() === '') continue;
      if (this.buffer === '') this.from = line + index;
      this.buffer += part.replace(/[\t\r]/g, ' ');
    }
  }

  private flush(line: number): void {
    if (this.buffer.trim() !== '') {
      const place = { from: this.from, to: Math.max(this.from, line), text: this.buffer };
      this.tables.push(this.isApart ? { ...place, apart: true } : place);
      this.isApart = false;
    }
    this.buffer = '';
  }

  tag(name: string, closing: boolean, attributes: string, line: number): void {
    const isCell = name === 'td' || name === 'th';
    if (name === 'br') return this.flush(line);
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted + (closing ? -1 : 1));
    if (!isCell && name !== 'tr' && !blocks.has(name)) return;
    this.flush(line);
    this.isApart = true;
    if (name === 'ol' || name === 'ul') this.list(name, closing, attributes);
    if (name === 'li' && !closing) this.beginEntry(line);
    if (isCell) return closing ? this.tables.endCell() : this.tables.beginCell(attributes, line);
    if (name === 'tr') return closing ? this.tables.endRow(line) : this.tables.beginRow(line);
    if (name === 'table') return closing ? this.tables.end(line) : this.tables.begin();
  }

  private list(name: string, closing: boolean, attributes: string): void {
    if (closing) return void this.lists.pop();
    const start = Number(/start\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1);
    if (this.lists.length < DEEPEST)
      this.lists.push({ number: name === 'ol' ? start - 1 : null, sign: this.lists.length === 0 ? '. ' : ') ' });
  }

  /** The number that a browser writes before an entry: «1. », in a list within a list «1) ». */
  private beginEntry(line: number): void {
    const list = this.lists.at(-1);
    if (!list || list.number === null) return;
    list.number += 1;
    this.pending = `${list.number}${list.sign}`;
    this.from = line;
  }

  end(line: number): readonly TextLine[] {
    this.flush(line);
    return this.tables.finish(line);
  }
}

/** A conversion may make a block of every printed line: then many blocks end in the middle of a sentence, and none of them stands apart. */
function withoutFalseBlocks(lines: readonly TextLine[]): readonly TextLine[] {
  const long = lines.filter(({ text }) => text.length > 30 && !text.includes('\t'));
  const torn = lines.filter(({ text, apart }, index) => {
    const before = lines[index - 1]?.text ?? '';
    return apart && before.length > 30 && /[\p{L},]\s*$/u.test(before) && /^\s*\p{Ll}/u.test(text);
  });
  if (torn.length < 12 || torn.length < long.length / 4) return lines;
  return lines.map(({ from, to, text }) => ({ from, to, text }));
}

/** Where a tag ends; undefined where the sign `<` begins none. A quoted attribute may hold one `>`. */
function endOfTag(text: string, from: number): number | undefined {
  const following = text.indexOf('<', from);
  const piece = text.slice(from, following < 0 ? text.length : following);
  const first = piece.indexOf('>');
  if (first < 0) return undefined;
  const isOpen = (piece.slice(0, first).match(/"/g)?.length ?? 0) % 2 === 1;
  const second = isOpen ? piece.indexOf('>', first + 1) : -1;
  const isQuoted = second > 0 && piece.slice(first, second).includes('"');
  return from + (isQuoted ? second : first) + 1;
}

/** Finds the end of what is not shown. What is never closed is not skipped: nothing of the text may be swallowed. */
class Skipper {
  private readonly unclosed = new Set<string>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The place behind the next `mark`; `from` where there is none. */
  behind(mark: string, from: number): number {
    if (this.unclosed.has(mark)) return from;
    const pattern = new RegExp(mark, 'gi');
    pattern.lastIndex = from;
    if (pattern.exec(this.text)) return pattern.lastIndex;
    this.unclosed.add(mark);
    return from;
  }
}

/**
 * The lines of an HTML page: one per block or line break, one per row of a table. Tables that only lay out the page are taken
 * apart. Tolerant: unclosed and unknown tags, bare `<` and `&` are taken as they come. One pass, time linear in the length.
 */
export function htmlLines(text: string): readonly TextLine[] {
  const reader = new Reader();
  const skipper = new Skipper(text);
  let line = 1;
  let at = 0;
  let newline = text.indexOf('\n');
  const pass = (to: number): void => {
    for (; newline >= 0 && newline < to; newline = text.indexOf('\n', newline + 1)) line += 1;
    at = to;
  };
  const tagHead = /<(\/?)([a-z][\w:.-]{0,30})(?=[\s/>])|<!--|<[!?](?=[a-z[])/gi;
  for (let match = tagHead.exec(text); match; match = tagHead.exec(text)) {
    const [whole, slash, word] = match;
    const opened = tagHead.lastIndex;
    const to = whole === '<!--' ? skipper.behind('-->', opened) : endOfTag(text, opened);
    if (to === undefined) continue;
    reader.text(text.slice(at, match.index), line);
    pass(match.index);
    const name = word?.toLowerCase() ?? '';
    if (name !== '') reader.tag(name, slash === '/', text.slice(opened, Math.min(to, opened + 2000)), line);
    const isSilent = silent.has(name) && slash !== '/' && text[to - 2] !== '/';
    const next = isSilent ? skipper.behind(`</${name}[^<>]{0,40}>`, to) : to;
    pass(next);
    tagHead.lastIndex = next;
  }
  reader.text(text.slice(at), line);
  return withoutFalseBlocks(reader.end(line));
}
