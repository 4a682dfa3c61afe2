import fc from 'fast-check';
import { workerDatabase } from '../../support/database.js';
import { expectSound } from '../../support/seat-book.js';
import { history, type Move, newCast, Scene } from '../../support/seat-history.js';

const RUNS = 60;

describe('whatever people do in whatever order', () => {
  it('seats never exceed the capacity, none is free while somebody waits, reservations add up, and nobody sits unapproved', async () => {
    const database = await workerDatabase();
    const cast = await newCast();
    await fc.assert(
      fc.asyncProperty(history, async ({ moves, ...wish }) => {
        const scene = await Scene.open(database, cast, wish);
        for (const next of moves) {
          await scene.play(next);
          expectSound(await scene.book());
        }
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('a history that breaks a rule is cut down to the few steps that matter', async () => {
    const database = await workerDatabase();
    const cast = await newCast();
    // A rule that is not ours: nobody may ever sit in a reserved seat.
    const found = await fc.check(
      fc.asyncProperty(history, async ({ moves, ...wish }) => {
        const scene = await Scene.open(database, cast, { ...wish, capacity: 3, approvalLayers: [] });
        for (const next of moves) await scene.play(next);
        return (await scene.book()).reservations.every(({ named }) => named === 0);
      }),
      { numRuns: 200, seed: 7 },
    );

    expect(found.failed).toBe(true);
    const moves: Move[] = found.counterexample?.[0].moves ?? [];
    expect(moves.map(({ act }) => act).sort()).toEqual(['nominate', 'reserve']);
  }, 300_000);
});
