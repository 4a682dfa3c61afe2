import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { prepared } from '#platform';
import { DutyStatus } from './duty.enums.js';
import { STANDS } from './duty.rules.js';
import type { TrainingDutyCounts } from './duty.type.js';
import type { TrainingDuty } from './training-duty.entity.js';

/** Questions of which a process keeps the counts. */
const MOST_KEPT = 500;

interface Kept extends TrainingDutyCounts {
  version: string;
  /** When time alone makes them others; null: never. */
  until: Date | null;
}

const VERSION = '(SELECT sum(version) FROM training_duty_version)';
const AHEAD = ['due_at', 'relearn_at', 'ends_at'].map(
  (column) => `min(duty.${column}) FILTER (WHERE duty.${column} > now())`,
);

/**
 * Counts of duties, which are kept until any duty changes on whichever node, the tree does, or a day is over: the
 * version of all duties is asked for each time.
 */
@Injectable()
export class DutyCounts {
  private readonly kept = new LRUCache<string, Promise<Kept>>({ max: MOST_KEPT });

  constructor(private readonly database: DataSource) {}

  /** Of rows that no status narrows: what is due now counts as late tomorrow. */
  async of(rows: SelectQueryBuilder<TrainingDuty>): Promise<TrainingDutyCounts> {
    const key = JSON.stringify(rows.getQueryAndParameters());
    const [present] = await prepared<{ version: string; now: Date }>(
      this.database,
      `SELECT ${VERSION} AS version, now() AS now`,
    );
    const known = await this.kept.get(key)?.catch(() => null);
    if (known && present && known.version === present.version && !isOver(known, present.now)) return known;
    const fresh = this.read(rows);
    this.kept.set(key, fresh);
    return fresh;
  }

  private async read(rows: SelectQueryBuilder<TrainingDuty>): Promise<Kept> {
    const counted = (status: DutyStatus) => `count(*) FILTER (WHERE ${STANDS[status]})::int`;
    const counts = await rows
      .clone()
      .select(counted(DutyStatus.DUE), 'due')
      .addSelect(counted(DutyStatus.BOOKED), 'booked')
      .addSelect(counted(DutyStatus.LATE), 'late')
      .addSelect(counted(DutyStatus.LEARNED), 'learned')
      .addSelect(VERSION, 'version')
      .addSelect(`least(${AHEAD.join(', ')})`, 'until')
      .getRawOne<Kept>();
    if (!counts) throw new Error('a count without a row');
    return counts;
  }
}

function isOver({ until }: Kept, now: Date): boolean {
  return until !== null && until <= now;
}
