import { ahead } from './row-batches.js';

/** Pieces that are made one by one, and what happened in the order in which it did. */
function made(pieces: number, happened: string[]) {
  return (async function* () {
    try {
      for (let piece = 1; piece <= pieces; piece += 1) {
        happened.push(`made ${piece}`);
        yield piece;
      }
    } finally {
      happened.push('closed');
    }
  })();
}

describe('who works on pieces that are made ahead', () => {
  it('gets all of them in order, each when the next is under way', async () => {
    const happened: string[] = [];

    for await (const piece of ahead(made(3, happened))) happened.push(`got ${piece}`);

    expect(happened).toEqual(['made 1', 'made 2', 'got 1', 'made 3', 'got 2', 'closed', 'got 3']);
  });

  it('hears of what went wrong once the pieces before it are done', async () => {
    const got: number[] = [];
    const source = (async function* () {
      yield 1;
      throw new Error('torn');
    })();

    const work = async () => {
      for await (const piece of ahead(source)) {
        await new Promise((resolve) => setImmediate(resolve));
        got.push(piece);
      }
    };

    await expect(work()).rejects.toThrow('torn');
    expect(got).toEqual([1]);
  });

  it('leaves nothing open by stopping early', async () => {
    const happened: string[] = [];

    for await (const piece of ahead(made(3, happened))) if (piece === 1) break;

    expect(happened).toEqual(['made 1', 'made 2', 'closed']);
  });
});
