/** Not well formed, or something that no part of a workbook needs (a document type). */
export class XmlFault extends Error {}

/** What receives the parts of an XML text as they come; names without their namespace prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** A run of text may come in several pieces. */
  text(text: string): void;
}

/** Attributes of one tag, looked up when they are asked for: most of them never are. */
export class Attributes {
  private readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  /** The value under a name as it is written, prefix and all. */
  get(name: string): string | undefined {
    const { source } = this;
    // As every program writes it: one space before, double quotes, none of another attribute open.
    const usual = source.indexOf(` ${name}="`);
    if (usual >= 0 && !source.includes("'") && isOutside(source, usual)) {
      const from = usual + name.length + 3;
      return decoded(source.slice(from, source.indexOf('"', from)));
    }
    return this.find((own) => own === name);
  }

  /** The value under a name with any prefix (`r:id`), not under the bare name. */
  prefixed(name: string): string | undefined {
    return this.find((own) => own.endsWith(`:${name}`));
  }

  /** Goes over the attributes one by one; by a pattern, a tag of a million letters would cost the square of them. */
  private find(wanted: (name: string) => boolean): string | undefined {
    const { source } = this;
    let at = afterSpaces(source, 0);
    while (at < source.length) {
      let end = at;
      while (end < source.length && !isSpace(source.charCodeAt(end)) && source.charCodeAt(end) !== EQUALS) end += 1;
      const equals = afterSpaces(source, end);
      const quote = afterSpaces(source, equals + 1);
      const mark = source[quote];
      const stop = mark === '"' || mark === "'" ? source.indexOf(mark, quote + 1) : -1;
      if (source.charCodeAt(equals) !== EQUALS || stop < 0) throw new XmlFault(source.slice(at, at + 20));
      if (wanted(source.slice(at, end))) return decoded(source.slice(quote + 1, stop));
      at = afterSpaces(source, stop + 1);
    }
    return undefined;
  }
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether no value is open at a place. */
function isOutside(source: string, place: number): boolean {
  let outside = true;
  for (let at = source.indexOf('"'); at >= 0 && at < place; at = source.indexOf('"', at + 1)) outside = !outside;
  return outside;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const DOUBLE = 34;
const SINGLE = 39;

/** Letters, `_`, and whatever is beyond ASCII. */
const isNameStart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_ENTITY = 12;

/** Entities as characters; one that XML does not know by itself is a fault: no document type declares others here. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));|&/gi,
    (_all, hex?: string, digits?: string, name?: string) => {
      const code = hex !== undefined ? parseInt(hex, 16) : digits !== undefined ? Number(digits) : -1;
      const known = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entities[name ?? ''];
      if (known === undefined) throw new XmlFault(`&${name ?? ''}`);
      return known;
    },
  );
}

/** No tag is longer; a text is handed on in pieces, so that one of gigabytes is never held. */
const MAX_TAG = 1 << 20;
const MAX_DEPTH = 200;

/**
 * Reads XML piece by piece, as the parts of a workbook are written: tags that pair, quoted attributes, the five entities. It
 * calls for no attribute that nobody asks for, which makes it twice as fast as a parser of everything. Throws `XmlFault`.
 */
export class XmlScanner {
  private rest = '';
  private readonly path: string[] = [];
  private begun = false;
  private readonly handlers: XmlHandlers;

  constructor(handlers: XmlHandlers) {
    this.handlers = handlers;
  }

  write(chunk: string): void {
    const text = this.rest === '' ? chunk : this.rest + chunk;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === LESS ? this.tag(text, at) : this.upToTag(text, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > MAX_TAG) throw new XmlFault('a tag without end');
  }

  end(): void {
    if (this.rest.trim() !== '' || this.path.length > 0 || !this.begun) throw new XmlFault(this.path.at(-1) ?? 'XML');
  }

  /** Hands on the text before the next tag; gives the place after it, -1 where the rest must wait for more. */
  private upToTag(text: string, at: number): number {
    const next = text.indexOf('<', at);
    const end = next >= 0 ? next : endOfText(text, at);
    if (end === at) return -1;
    const piece = text.slice(at, end);
    if (this.path.length > 0) this.handlers.text(decoded(piece));
    else if (piece.trim() !== '') throw new XmlFault(piece.slice(0, 20));
    return end;
  }

  /** Takes what begins with `<` at a place; gives the place after it, -1 where it is not whole yet. */
  private tag(text: string, at: number): number {
    const second = text[at + 1];
    if (second === '/') return this.closing(text, at);
    if (second === '?') return after(text, '?>', at);
    if (second === '!') return this.special(text, at);
    const stop = endOfTag(text, at);
    if (stop < 0) return -1;
    const empty = text.charCodeAt(stop - 1) === SLASH;
    const inside = text.slice(at + 1, empty ? stop - 1 : stop);
    let length = 0;
    while (length < inside.length && !isSpace(inside.charCodeAt(length))) length += 1;
    const full = inside.slice(0, length);
    if (!isNameStart(full.charCodeAt(0)) || (this.begun && this.path.length === 0))
      throw new XmlFault(`<${full.slice(0, 20)}`);
    const name = full.slice(full.indexOf(':') + 1);
    this.begun = true;
    this.handlers.open(name, new Attributes(inside.slice(length)));
    if (empty) this.handlers.close(name);
    else if (this.path.push(full) > MAX_DEPTH) throw new XmlFault(full);
    return stop + 1;
  }

  private closing(text: string, at: number): number {
    const stop = text.indexOf('>', at);
    if (stop < 0) return -1;
    const full = text.slice(at + 2, stop).trimEnd();
    if (this.path.pop() !== full) throw new XmlFault(`</${full.slice(0, 20)}>`);
    this.handlers.close(full.slice(full.indexOf(':') + 1));
    return stop + 1;
  }

  private special(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end >= 0) this.handlers.text(text.slice(at + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    if (text.length - at < 9) return -1;
    throw new XmlFault(text.slice(at, at + 9));
  }
}

/** An entity that the end of the piece cuts in two waits for the next piece. */
function endOfText(text: string, from: number): number {
  const entity = text.lastIndexOf('&');
  return entity >= from && text.length - entity < MAX_ENTITY && !text.includes(';', entity) ? entity : text.length;
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

/** The `>` that ends a tag: one inside quotes does not. */
function endOfTag(text: string, at: number): number {
  let quote = 0;
  for (let index = at + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
      else if (code === LESS) throw new XmlFault(text.slice(at, at + 20));
    } else if (code === DOUBLE || code === SINGLE) quote = code;
    else if (code === GREATER) return index;
    else if (code === LESS) throw new XmlFault(text.slice(at, at + 20));
  }
  return -1;
}
