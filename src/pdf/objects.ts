/**
 * Objects of a file as ready text: they are numbered and written, and no tree of each is built. That is worth a third of the
 * time of a document.
 */
export interface Objects {
  /** Writes an object and gives its number. */
  readonly add: (text: string) => number;
  /** Keeps a number for an object that others name before it is written. */
  readonly reserve: () => number;
  readonly fill: (id: number, text: string) => void;
  /** Writes a stream whose bytes are ready; `dictionary` without its length. */
  readonly stream: (dictionary: string, bytes: Uint8Array) => number;
}

/** So many bytes are gathered before they are handed on. */
const gathered = 1 << 18;

/**
 * Objects of a file that is written from front to back: none of them stays in memory. Numbers that were reserved and never filled
 * are free in the table at the end.
 */
export class GrowingObjects implements Objects {
  /** Where each object begins; by its number less one. */
  private readonly places: (number | undefined)[] = [];
  private readonly hand: (bytes: Uint8Array) => void;
  /** Text of one byte a letter, or bytes. */
  private waiting: (string | Uint8Array)[] = [];
  private held = 0;
  private length = 0;

  constructor(hand: (bytes: Uint8Array) => void) {
    this.hand = hand;
    // Bytes above 127 tell programs that this is no text.
    this.put('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n');
  }

  reserve(): number {
    return this.places.push(undefined);
  }

  fill(id: number, text: string): void {
    this.place(id, text);
  }

  add(text: string): number {
    const id = this.reserve();
    this.fill(id, text);
    return id;
  }

  stream(dictionary: string, bytes: Uint8Array): number {
    const id = this.reserve();
    this.place(id, `<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
    return id;
  }

  /** Writes the table of the objects and the trailer. `identity`: 32 hexadecimal digits. */
  end(root: number, info: number, identity: string): void {
    const start = this.length;
    const entries = this.places.map((place) =>
      place === undefined ? '0000000000 00000 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`,
    );
    const size = this.places.length + 1;
    const trailer = `<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R /ID [<${identity}> <${identity}>] >>`;
    this.put(`xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n${trailer}\n`);
    this.put(`startxref\n${start}\n%%EOF\n`);
    this.handOn();
  }

  private place(id: number, ...parts: readonly (string | Uint8Array)[]): void {
    this.places[id - 1] = this.length;
    this.put(`${id} 0 obj\n`, ...parts, '\nendobj\n');
  }

  private put(...parts: readonly (string | Uint8Array)[]): void {
    for (const part of parts) {
      this.waiting.push(part);
      this.held += part.length;
      this.length += part.length;
    }
    if (this.held >= gathered) this.handOn();
  }

  private handOn(): void {
    const bytes = Buffer.allocUnsafe(this.held);
    let at = 0;
    for (const part of this.waiting) {
      if (typeof part === 'string') bytes.write(part, at, 'latin1');
      else bytes.set(part, at);
      at += part.length;
    }
    this.hand(bytes);
    this.waiting = [];
    this.held = 0;
  }
}
