const endings: (() => Promise<unknown>)[] = [];

/** Says what to close when the specs of a file are done; the last thing opened is closed first. */
export function atTheEnd(close: () => Promise<unknown>): void {
  endings.push(close);
}

afterAll(async () => {
  for (const close of endings.toReversed()) await close();
});
