import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { asRow, columnsOf, ofAnyLength, prepared, refuse } from '#platform';
import { Offering } from './offering.entity.js';
import { OfferingNotFound } from './offering.reasons.js';

/** Every row lock this library takes. Order: offering, then persons by id, then its places, then nothing else. */
@Injectable()
export class OfferingLocks {
  /**
   * First lock of every change to seats or queue: two callers would otherwise count the same seat.
   * Not FOR UPDATE, which would block every insert that refers to the row. Refuses with OfferingNotFound.
   */
  async lock(tx: EntityManager, id: string): Promise<Offering> {
    return (await this.lockAll(tx, [id])).get(id) ?? refuse(new OfferingNotFound());
  }

  /** The same lock on many, one after the other. By id, those missing left out. */
  lockAll(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Offering>> {
    return lockedBy(tx, ids, 'FOR NO KEY UPDATE');
  }

  /** The same lock on those of many that nobody holds at this moment; waits for none. By id, those missing left out. */
  lockFree(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Offering>> {
    return lockedBy(tx, ids, 'FOR NO KEY UPDATE SKIP LOCKED');
  }

  /** Keeps the same people from being seated in two places at once by two offerings that know nothing of each other. */
  async lockPersons(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await prepared(tx, `SELECT id FROM person WHERE id = ANY(${ofAnyLength('$1')}) ORDER BY id FOR NO KEY UPDATE`, [
      ids,
    ]);
  }

  /** The same lock on those that nobody holds at this moment; waits for none. */
  async lockFreePersons(tx: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    return idsOf(
      await prepared(
        tx,
        `SELECT id FROM person WHERE id = ANY(${ofAnyLength('$1')}) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`,
        [ids],
      ),
    );
  }

  /**
   * Nobody changes those of these places meanwhile that nobody holds at this moment; waits for none. For who does not
   * hold their offering: who does takes them in any order.
   */
  async lockFreePlaces(tx: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    return idsOf(
      await prepared(
        tx,
        `SELECT id FROM enrollment WHERE id = ANY(${ofAnyLength('$1')}) FOR NO KEY UPDATE SKIP LOCKED`,
        [ids],
      ),
    );
  }
}

type Lock = 'FOR NO KEY UPDATE' | 'FOR NO KEY UPDATE SKIP LOCKED';

async function lockedBy(tx: EntityManager, ids: readonly string[], lock: Lock): Promise<Map<string, Offering>> {
  const columns = columnsOf(tx.dataSource, Offering, 'offering');
  const rows = await prepared<Offering>(
    tx,
    `SELECT ${columns} FROM offering WHERE id = ANY(${ofAnyLength('$1')}) ORDER BY id ${lock}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, asRow(Offering, row)]));
}

const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
