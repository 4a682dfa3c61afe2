import { jest } from '@jest/globals';
import type { EntityManager } from 'typeorm';

/** How many statements a piece of work asks of the database inside this transaction. */
export async function statementsIn(tx: EntityManager, work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(await tx.queryRunner?.connect(), 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
