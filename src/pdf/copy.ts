import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib';
import type { Objects } from './objects.ts';

/** Entries that say where a thing stands in the tags of its file; a copy has no tags. */
const ofTags: ReadonlySet<string> = new Set(['/StructParent', '/StructParents']);

function textOf(object: PDFObject): string {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return Buffer.from(bytes).toString('latin1');
}

/**
 * Copies objects of finished files into one that grows. What is equal — fonts, emblems — is written once, however many files have
 * it: a file of a thousand documents holds the letters once.
 */
export class Copier {
  private readonly objects: Objects;
  /** Numbers of what was written, by the hash of its text. */
  private readonly written = new Map<string, number>();

  constructor(objects: Objects) {
    this.objects = objects;
  }

  /** The text of an object of a file, with the numbers that its references have in the copy. Objects may not refer to themselves. */
  text(object: PDFObject, context: PDFContext): string {
    if (object instanceof PDFRef) return `${this.number(object, context)} 0 R`;
    if (object instanceof PDFArray)
      return `[${object
        .asArray()
        .map((entry) => this.text(entry, context))
        .join(' ')}]`;
    if (object instanceof PDFDict) return `<< ${this.entries(object, context)} >>`;
    return textOf(object);
  }

  private entries(dict: PDFDict, context: PDFContext): string {
    return dict
      .entries()
      .filter(([key]) => !ofTags.has(key.toString()))
      .map(([key, value]) => `${key.toString()} ${this.text(value, context)}`)
      .join(' ');
  }

  private number(reference: PDFRef, context: PDFContext): number {
    const object = context.lookup(reference);
    if (object === undefined) return this.once('null', () => this.objects.add('null'));
    if (!(object instanceof PDFRawStream)) {
      const text = this.text(object, context);
      return this.once(text, () => this.objects.add(text));
    }
    // The length is written anew; it may have stood in an object of its own.
    const dict = object.dict.clone(context);
    dict.delete(PDFName.of('Length'));
    const entries = this.entries(dict, context);
    return this.once(entries, () => this.objects.stream(entries, object.contents), object.contents);
  }

  private once(text: string, write: () => number, content?: Uint8Array): number {
    const hash = createHash('sha256').update(text, 'latin1');
    if (content) hash.update('\0').update(content);
    const key = hash.digest('base64');
    const known = this.written.get(key);
    if (known !== undefined) return known;
    const id = write();
    this.written.set(key, id);
    return id;
  }
}
