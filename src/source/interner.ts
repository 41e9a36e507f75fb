const SHIFT = 20;
const BLOCK = 1 << SHIFT;
const REST = BLOCK - 1;
/** Length and mark stand before the bytes. */
const HEAD = 3;
const MAX_KEY = 255;

/**
 * A set of byte strings that numbers its members and keeps one mark (16 bits) with each.
 * Members lie one after another in blocks that are never moved (length, two bytes of mark, bytes); the table of hashes holds only
 * their numbers' places and is rebuilt from the blocks when it grows, so ten million ids need little over their own bytes.
 * Equality is decided on the bytes: a hash alone never makes two members one.
 */
export class Interner {
  size = 0;
  /** True after `add` when the key was there before. */
  found = false;
  private blocks: Buffer[] = [];
  private last = Buffer.alloc(0);
  private used = BLOCK;
  private table: Int32Array;
  private mask: number;

  constructor(slots = 1 << 10) {
    this.table = new Int32Array(slots).fill(-1);
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
    let slot = Interner.hash(bytes, start, end) & this.mask;
    for (;;) {
      const place = this.table[slot] ?? -1;
      if (place === -1) break;
      if (this.equals(place, bytes, start, length)) {
        this.found = true;
        return place;
      }
      slot = (slot + 1) & this.mask;
    }
    this.found = false;
    const place = this.store(bytes, start, end, mark);
    this.table[slot] = place;
    this.size += 1;
    if (this.size * 4 > this.table.length * 3) this.grow();
    return place;
  }

  markOf(place: number): number {
    return this.blocks[place >>> SHIFT]?.readUInt16LE((place & REST) + 1) ?? 0;
  }

  setMark(place: number, mark: number): void {
    this.blocks[place >>> SHIFT]?.writeUInt16LE(mark, (place & REST) + 1);
  }

  private equals(place: number, bytes: Buffer, start: number, length: number): boolean {
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
    this.last[this.used] = end - start;
    this.last.writeUInt16LE(mark, this.used + 1);
    this.last.set(bytes.subarray(start, end), this.used + HEAD);
    const place = (this.blocks.length - 1) * BLOCK + this.used;
    this.used += need;
    return place;
  }

  /** The old table is let go before the new one is made; the members are hashed again where they lie. */
  private grow(): void {
    const slots = this.table.length * 2;
    this.table = new Int32Array(0);
    const table = new Int32Array(slots).fill(-1);
    const mask = slots - 1;
    let left = this.size;
    for (const [number, block] of this.blocks.entries()) {
      for (let at = 0; at < BLOCK && left > 0;) {
        const length = block[at] ?? 0;
        if (length === 0) break;
        let slot = Interner.hash(block, at + HEAD, at + HEAD + length) & mask;
        while (table[slot] !== -1) slot = (slot + 1) & mask;
        table[slot] = number * BLOCK + at;
        left -= 1;
        at += length + HEAD;
      }
    }
    this.table = table;
    this.mask = mask;
  }
}
