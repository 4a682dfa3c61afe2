import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '#platform';
import { freshDatabase } from '../../../../test/support/database.js';
import { addToTree, circleThrough, rebuildAbove } from './tree.js';

const SIZE = 24;

interface Move {
  child: number;
  line: 'sectoral' | 'territorial';
  /** Null: leaves the line. */
  parent: number | null;
}

const place = fc.nat(SIZE - 1);
const move: fc.Arbitrary<Move> = fc.record({
  child: place,
  line: fc.constantFrom('sectoral', 'territorial'),
  parent: fc.option(place, { freq: 8 }),
});

let database: DataSource;
let ids: string[];

beforeAll(async () => {
  database = await freshDatabase();
  ids = Array.from({ length: SIZE }, newId);
  for (const id of ids) {
    await database.query(
      `INSERT INTO organization (id, kind, country_code, time_zone, default_locale)
       VALUES ($1, 'REGIONAL_BRANCH', 'KZ', 'Asia/Almaty', 'kk')`,
      [id],
    );
    await addToTree(database.manager, id, []);
  }
});

/** Moves as the service does: not into a circle, and what stands above is written anew. Says whether it moved. */
async function make(tx: EntityManager, { child, line, parent }: Move): Promise<boolean> {
  const [id, parentId] = [ids[child] as string, parent === null ? null : (ids[parent] as string)];
  if (parentId && (await circleThrough(tx, id, parentId)).length > 0) return false;
  await tx.query(`UPDATE organization SET ${line}_parent_id = $2 WHERE id = $1`, [id, parentId]);
  await rebuildAbove(tx, [id]);
  return true;
}

/** Rows that the closure has too many of, or lacks, against a walk through the parents that knows nothing of it. */
function differences(tx: EntityManager): Promise<object[]> {
  return tx.query(
    `WITH RECURSIVE walked (descendant_id, ancestor_id) AS (
       SELECT id, id FROM organization
       UNION
       SELECT walked.descendant_id, parent.id FROM walked
       JOIN organization child ON child.id = walked.ancestor_id
       JOIN organization parent ON parent.id IN (child.sectoral_parent_id, child.territorial_parent_id)
     )
     (SELECT 'lacks' AS problem, * FROM (SELECT * FROM walked EXCEPT SELECT descendant_id, ancestor_id FROM organization_closure) a)
     UNION ALL
     (SELECT 'has too many', * FROM (SELECT descendant_id, ancestor_id FROM organization_closure EXCEPT SELECT * FROM walked) b)`,
  );
}

/** Every history starts from organizations that stand alone. */
async function undone<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const session = database.createQueryRunner();
  await session.startTransaction();
  try {
    return await work(session.manager);
  } finally {
    await session.rollbackTransaction();
    await session.release();
  }
}

describe('who stands above whom', () => {
  it('is what a walk through the parents finds, after any history of moves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40, size: 'max' }), (moves) =>
        undone(async (tx) => {
          for (const one of moves) await make(tx, one);
          expect(await differences(tx)).toEqual([]);
        }),
      ),
      { numRuns: 20 },
    );
  }, 180_000);

  it('is still so after a thousand moves of one tree', async () => {
    const [moves] = fc.sample(fc.array(move, { minLength: 1_600, maxLength: 1_600, size: 'max' }), {
      numRuns: 1,
      seed: 7,
    });
    await undone(async (tx) => {
      let made = 0;
      for (const one of moves ?? []) {
        if (made === 1_000) break;
        if (await make(tx, one)) made += 1;
      }
      expect(made).toBe(1_000);
      expect(await differences(tx)).toEqual([]);
    });
  }, 180_000);

  it('is refused to become a circle, which is named from the one that moves down to its new parent', async () => {
    await undone(async (tx) => {
      const [a, b, c, d] = ids as [string, string, string, string];
      await make(tx, { child: 1, line: 'sectoral', parent: 0 });
      await make(tx, { child: 2, line: 'territorial', parent: 1 });
      await make(tx, { child: 3, line: 'sectoral', parent: 2 });
      await make(tx, { child: 3, line: 'territorial', parent: 0 });

      expect(await circleThrough(tx, a, c)).toEqual([a, b, c]);
      expect(await circleThrough(tx, a, d)).toEqual([a, d]);
      expect(await circleThrough(tx, b, d)).toEqual([b, c, d]);
      expect(await circleThrough(tx, a, a)).toEqual([a]);
      expect(await circleThrough(tx, d, a)).toEqual([]);
    });
  });
});
