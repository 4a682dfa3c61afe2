/** Lets in so many at a time; the others wait, first come, first served, and not for ever. */
export class Slots {
  private readonly line = new Set<() => void>();

  constructor(private free: number) {}

  get hasFree(): boolean {
    return this.free > 0;
  }

  /** Whoever took one gives it back. False: there was none for so many milliseconds. */
  take(patience: number): Promise<boolean> {
    if (this.hasFree) {
      this.free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const leave = (isIn: boolean) => {
        clearTimeout(tooLong);
        this.line.delete(letIn);
        resolve(isIn);
      };
      const letIn = () => leave(true);
      const tooLong = setTimeout(() => leave(false), patience);
      this.line.add(letIn);
    });
  }

  giveBack(): void {
    const [next] = this.line;
    if (next) next();
    else this.free += 1;
  }
}
