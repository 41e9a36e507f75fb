const SHIFT = 20;
const BLOCK = 1 << SHIFT;
const REST = BLOCK - 1;
/** Length and mark stand before the bytes. */
const HEAD = 3;
const MAX_KEY = 255;

/**
 * A small table grows sixteen times as large, which spares most of the hashing again; the step to two million slots is the last
 * long one, since of a table that is larger than it need be most is missed by the processor's caches.
 */
const SMALL = 1 << 18;
const LARGE = 1 << 21;
const growthOf = (slots: number): number => (slots < SMALL ? 16 : slots < LARGE ? 8 : 2);

/**
 * A set of byte strings that keeps one mark (16 bits) with each.
 * Members lie one after another in blocks that are never moved (length, two bytes of mark, bytes); a slot of the table holds
 * a member's hash and place. The table is rebuilt from the blocks when it grows, so ten million ids need little over their own bytes.
 * Equality is decided on the bytes: a hash alone never makes two members one.
 */
export class Interner {
  size = 0;
  /** True after `add` when the key was there before. */
  found = false;
  private blocks: Buffer[] = [];
  private last: Buffer = Buffer.alloc(0);
  private used = BLOCK;
  /** Slot i: hash at 2i, place + 1 at 2i + 1 (0 = free). */
  private table: Int32Array;
  private mask: number;

  constructor(slots = 1 << 10) {
    this.table = new Int32Array(slots * 2);
    this.mask = slots - 1;
  }

  static hash(bytes: Buffer, start: number, end: number): number {
    let hash = 0x811c9dc5 ^ (end - start);
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    return hash ^ (hash >>> 13);
  }

  /**
   * The place of the key, which is added with `mark` when new; read `found` to know. Empty keys and keys over 255 bytes are not taken (-1).
   * A place stays valid for the life of the set.
   */
  add(bytes: Buffer, start: number, end: number, mark: number): number {
    const length = end - start;
    if (length === 0 || length > MAX_KEY) return -1;
    const hash = Interner.hash(bytes, start, end);
    const { table, mask } = this;
    let slot = hash & mask;
    for (;;) {
      const held = table[slot * 2 + 1] ?? 0;
      if (held === 0) break;
      if (table[slot * 2] === hash && this.equals(held - 1, bytes, start, length)) {
        this.found = true;
        return held - 1;
      }
      slot = (slot + 1) & mask;
    }
    this.found = false;
    const place = this.store(bytes, start, end, mark);
    table[slot * 2] = hash;
    table[slot * 2 + 1] = place + 1;
    this.size += 1;
    if (this.size * 4 > (mask + 1) * 3) this.grow();
    return place;
  }

  markOf(place: number): number {
    const block = this.blocks[place >>> SHIFT];
    const at = place & REST;
    return block ? (block[at + 1] ?? 0) | ((block[at + 2] ?? 0) << 8) : 0;
  }

  setMark(place: number, mark: number): void {
    this.blocks[place >>> SHIFT]?.writeUInt16LE(mark, (place & REST) + 1);
  }

  /** Whether the member at a place has these bytes. */
  equals(place: number, bytes: Buffer, start: number, length: number): boolean {
    const block = this.blocks[place >>> SHIFT];
    let at = place & REST;
    if (!block || block[at] !== length) return false;
    at += HEAD;
    for (let index = 0; index < length; index += 1) if (block[at + index] !== bytes[start + index]) return false;
    return true;
  }

  private store(bytes: Buffer, start: number, end: number, mark: number): number {
    const need = end - start + HEAD;
    if (this.used + need > BLOCK) {
      // A zero-filled rest of a block reads as the end of it: see `grow`.
      this.last = Buffer.alloc(BLOCK);
      this.blocks.push(this.last);
      this.used = 0;
    }
    // Byte by byte: keys are short, and a view of the source would cost more than the copy.
    const { last } = this;
    let to = this.used;
    last[to] = end - start;
    last[to + 1] = mark & 255;
    last[to + 2] = mark >>> 8;
    to += HEAD;
    for (let at = start; at < end; at += 1, to += 1) last[to] = bytes[at] ?? 0;
    const place = (this.blocks.length - 1) * BLOCK + this.used;
    this.used += need;
    return place;
  }

  /** The old table is let go before the new one is made; the members are hashed again where they lie. */
  private grow(): void {
    const slots = (this.mask + 1) * growthOf(this.mask + 1);
    this.table = new Int32Array(0);
    const table = new Int32Array(slots * 2);
    const mask = slots - 1;
    let left = this.size;
    for (const [number, block] of this.blocks.entries()) {
      for (let at = 0; at < BLOCK && left > 0;) {
        const length = block[at] ?? 0;
        if (length === 0) break;
        const hash = Interner.hash(block, at + HEAD, at + HEAD + length);
        let slot = hash & mask;
        while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
        table[slot * 2] = hash;
        table[slot * 2 + 1] = number * BLOCK + at + 1;
        left -= 1;
        at += length + HEAD;
      }
    }
    this.table = table;
    this.mask = mask;
  }
}
