import { Line } from '#platform';

/** Lets in so many at a time; the others wait, and not for ever. */
export class Slots {
  private readonly line = new Line();

  constructor(private free: number) {}

  get hasFree(): boolean {
    return this.free > 0;
  }

  /** Whoever took one gives it back. False: there was none for so many milliseconds. */
  take(patience: number): Promise<boolean> {
    if (!this.hasFree) return this.line.wait(patience);
    this.free -= 1;
    return Promise.resolve(true);
  }

  giveBack(): void {
    if (!this.line.callFirst()) this.free += 1;
  }
}
