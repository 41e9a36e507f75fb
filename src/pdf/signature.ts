import { createHash } from 'node:crypto';
import { pdfDate, textString } from './encode.ts';

/** What the dictionary of a signature says besides the signature (ISO 32000-1, table 252). */
export interface SignatureFacts {
  /** ISO 8601 with an offset: the time of signing that is claimed. */
  readonly signed: string;
  readonly signer: string;
  readonly reason?: string;
}

/** A file made ready to be signed: all is in its place but the signature itself. */
export interface PreparedFile {
  readonly bytes: Buffer;
  /** Where the hexadecimal signature goes: from its opening bracket to behind its closing one. */
  readonly gap: { readonly from: number; readonly to: number };
}

interface Tail {
  /** Where the last table of objects begins. */
  readonly start: number;
  readonly trailer: string;
  readonly offsets: ReadonlyMap<number, number>;
}

/** The table of objects of a file as `writePdf` saves it: one classic table, at the end. */
function tailOf(text: string): Tail | undefined {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? NaN);
  const end = text.indexOf('trailer', start);
  if (!text.startsWith('xref', start) || end < 0) return undefined;
  const offsets = new Map<number, number>();
  let next = 0;
  for (const line of text.slice(start, end).split('\n')) {
    const [first, second, kind] = line.trim().split(/\s+/);
    if (kind === 'n') offsets.set(next, Number(first));
    if (kind === 'n' || kind === 'f') next += 1;
    else if (second !== undefined) next = Number(first);
  }
  return { start, trailer: text.slice(end), offsets };
}

const referenceIn = (dictionary: string, key: string): number | undefined => {
  const found = new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** The text of an object without its head and foot. */
function objectIn(text: string, tail: Tail, id: number | undefined): string | undefined {
  const offset = id === undefined ? undefined : tail.offsets.get(id);
  if (offset === undefined) return undefined;
  return text.slice(text.indexOf('obj', offset) + 3, text.indexOf('endobj', offset)).trim();
}

/** The field to sign in: its number and its dictionary, reached from the root as a reader would. */
function fieldIn(text: string, tail: Tail): { readonly id: number; readonly dictionary: string } | undefined {
  const root = objectIn(text, tail, referenceIn(tail.trailer, 'Root'));
  const form = objectIn(text, tail, root === undefined ? undefined : referenceIn(root, 'AcroForm'));
  const fields = /\/Fields \[([^\]]*)\]/.exec(form ?? '')?.[1] ?? '';
  for (const [, number] of fields.matchAll(/(\d+) 0 R/g)) {
    const id = Number(number);
    const dictionary = objectIn(text, tail, id);
    if (dictionary?.includes('/FT /Sig') && dictionary.endsWith('>>')) return { id, dictionary };
  }
  return undefined;
}

const tenDigits = (value: number): string => String(value).padStart(10, '0');

/**
 * Adds an incremental update that holds an empty signature of at most `room` bytes; the file as it was stays as the prefix, byte
 * for byte. Undefined where the file has no field to sign in.
 */
export function prepareSignature(unsigned: Uint8Array, facts: SignatureFacts, room: number): PreparedFile | undefined {
  const text = Buffer.from(unsigned).toString('latin1');
  const tail = tailOf(text);
  const field = tail && fieldIn(text, tail);
  const size = Number(/\/Size (\d+)/.exec(tail?.trailer ?? '')?.[1] ?? NaN);
  const [, identity] = /\/ID \[\s*(<[^>]*>)/.exec(tail?.trailer ?? '') ?? [];
  if (!tail || !field || !identity || Number.isNaN(size)) return undefined;
  const reason = facts.reason === undefined ? '' : `/Reason ${textString(facts.reason)} `;
  const widget = `\n${field.id} 0 obj\n${field.dictionary.slice(0, -2)}/V ${size} 0 R >>\nendobj\n`;
  // The lengths are known only when all else is; until then their room is kept.
  const headOf = (...lengths: readonly number[]): string =>
    `${size} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (${pdfDate(facts.signed)}) ` +
    `/Name ${textString(facts.signer)} ${reason}/ByteRange [0 ${lengths.map((length) => String(length).padEnd(10)).join(' ')}] /Contents `;
  const head = headOf(0, 0, 0);
  const foot = ' >>\nendobj\n';
  const widgetAt = unsigned.length + 1;
  const signatureAt = unsigned.length + widget.length;
  const from = signatureAt + head.length;
  const to = from + 2 * room + 2;
  const table = to + foot.length;
  // The second part of the identity is new with every change (ISO 32000-1, 14.4).
  const changed = createHash('sha256').update(unsigned).update(head).digest('hex').slice(0, 32).toUpperCase();
  const info = referenceIn(tail.trailer, 'Info');
  const end =
    `xref\n${field.id} 1\n${tenDigits(widgetAt)} 00000 n \n${size} 1\n${tenDigits(signatureAt)} 00000 n \n` +
    `trailer\n<< /Size ${size + 1} /Root ${referenceIn(tail.trailer, 'Root')} 0 R ${info === undefined ? '' : `/Info ${info} 0 R `}` +
    `/ID [ ${identity} <${changed}> ] /Prev ${tail.start} >>\nstartxref\n${table}\n%%EOF\n`;
  const update = `${widget}${headOf(from, to, foot.length + end.length)}<${'0'.repeat(2 * room)}>${foot}${end}`;
  return { bytes: Buffer.concat([unsigned, Buffer.from(update, 'latin1')]), gap: { from, to } };
}

/** What is signed: the whole file but the signature. */
export const signedPart = ({ bytes, gap }: PreparedFile): Buffer =>
  Buffer.concat([bytes.subarray(0, gap.from), bytes.subarray(gap.to)]);

/** The signed file; undefined where the signature is larger than the room that was left for it. */
export function embedSignature({ bytes, gap }: PreparedFile, cms: Uint8Array): Buffer | undefined {
  const hex = Buffer.from(cms).toString('hex').toUpperCase();
  if (hex.length > gap.to - gap.from - 2) return undefined;
  const signed = Buffer.from(bytes);
  signed.write(hex, gap.from + 1, 'latin1');
  return signed;
}
