/**
 * Texts by their number from 0, as UTF-8 one after the other. Strings would take several times the room, and hold on to
 * the pieces of XML out of which they were cut.
 */
export class PackedTexts {
  private bytes = Buffer.alloc(64 * 1024);
  /** Where each text ends. */
  private ends = new Uint32Array(1024);
  private count = 0;

  add(text: string): void {
    const start = this.startOf(this.count);
    // At most three bytes for each unit of a string.
    const needed = start + 3 * text.length;
    if (needed > this.bytes.length) {
      const larger = Buffer.alloc(2 * needed);
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(2 * this.count);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.ends[this.count] = start + this.bytes.write(text, start);
    this.count += 1;
  }

  at(number: number): string | undefined {
    if (!Number.isInteger(number) || number < 0 || number >= this.count) return undefined;
    return this.bytes.toString('utf8', this.startOf(number), this.ends[number]);
  }

  private startOf(number: number): number {
    return number === 0 ? 0 : (this.ends[number - 1] as number);
  }
}
