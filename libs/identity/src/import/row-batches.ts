import type { Sheet, SheetRow } from './sheet/sheet.js';

/** Rows enough to find the header among, and after them all rows again, in batches of equal size. */
export async function openRows(
  sheet: Sheet,
  top: number,
): Promise<{ top: SheetRow[]; batches: (size: number) => Sheet }> {
  const iterator = sheet[Symbol.asyncIterator]();
  const first: SheetRow[] = [];
  let isOver = false;
  while (first.length < top && !isOver) {
    const next = await iterator.next();
    if (next.done) isOver = true;
    else first.push(...next.value);
  }
  async function* batches(size: number): AsyncGenerator<SheetRow[]> {
    let pending = first;
    try {
      while (true) {
        for (; pending.length >= size; pending = pending.slice(size)) yield pending.slice(0, size);
        const next = isOver ? { done: true as const, value: undefined } : await iterator.next();
        if (next.done) break;
        pending = pending.length > 0 ? [...pending, ...next.value] : next.value;
      }
      if (pending.length > 0) yield pending;
    } finally {
      await iterator.return?.();
    }
  }
  return { top: first.slice(0, top), batches };
}

/** The same pieces; while one is worked on, the next is made. */
export async function* ahead<T>(pieces: AsyncGenerator<T>): AsyncGenerator<T> {
  const next = () => {
    const piece = pieces.next();
    // Who waits for it is told.
    piece.catch(() => {});
    return piece;
  };
  try {
    for (let made = await next(); !made.done; ) {
      const coming = next();
      yield made.value;
      made = await coming;
    }
  } finally {
    await pieces.return(undefined);
  }
}
