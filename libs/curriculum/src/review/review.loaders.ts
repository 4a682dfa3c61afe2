import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { BatchLoader, ofAnyLength, readRows } from '#platform';
import { HELD_JUDGMENTS } from './judgments.js';
import { LegalRecheck } from './legal-recheck.entity.js';

@Injectable()
export class ReviewLoaders {
  constructor(private readonly database: DataSource) {}

  /** How many judgments that a curriculum relies on wait to be re-checked. */
  readonly waitingOf = new BatchLoader<string, number>(
    async (curriculumIds) => {
      const rows: { id: string; count: number }[] = await readRows(
        this.database,
        `SELECT holder.id, count(*)::int AS count FROM ${HELD_JUDGMENTS}
         WHERE holder.id = ANY(${ofAnyLength('$1')}) AND alignment.state = 'TO_BE_RECHECKED' GROUP BY holder.id`,
        [curriculumIds],
      );
      return new Map(rows.map(({ id, count }) => [id, count]));
    },
    () => 0,
  );

  /** Null: the edition came with the data, so nothing had relied on an earlier one. */
  readonly recheckOf = new BatchLoader<string, LegalRecheck | null>(
    async (editionIds) => {
      const rows = await this.database.manager.find(LegalRecheck, { where: { editionId: Any([...editionIds]) } });
      return new Map(rows.map((row) => [row.editionId, row]));
    },
    () => null,
  );
}
