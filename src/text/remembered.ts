/**
 * What was made of a text, kept for when the text comes again. When the texts have more letters than the limit all are
 * forgotten, so that a long batch does not grow.
 */
export class Remembered<Value> {
  private readonly values = new Map<string, Value>();
  private readonly limit: number;
  private letters = 0;

  /** `limit`: letters of all texts together. */
  constructor(limit: number) {
    this.limit = limit;
  }

  get(text: string): Value | undefined {
    return this.values.get(text);
  }

  keep(text: string, value: Value): void {
    if (this.letters > this.limit) {
      this.values.clear();
      this.letters = 0;
    }
    this.letters += text.length;
    this.values.set(text, value);
  }
}
