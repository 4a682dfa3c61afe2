/** Who waits for something that comes to one after the other: first come, first served, and nobody for ever. */
export class Line {
  private readonly waiting = new Set<() => void>();

  /** Whether their turn came within so many milliseconds. */
  wait(patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const leave = (hasTurn: boolean) => {
        clearTimeout(tooLong);
        this.waiting.delete(called);
        resolve(hasTurn);
      };
      const called = () => leave(true);
      const tooLong = setTimeout(() => leave(false), patience);
      this.waiting.add(called);
    });
  }

  /** False: nobody waits. */
  callFirst(): boolean {
    const [first] = this.waiting;
    first?.();
    return first !== undefined;
  }

  callAll(): void {
    for (const called of this.waiting) called();
  }
}
