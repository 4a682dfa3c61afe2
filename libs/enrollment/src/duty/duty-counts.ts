import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Kept, type Versioned } from '#platform';
import { DutyStatus } from './duty.enums.js';
import { STANDS } from './duty.rules.js';
import type { TrainingDutyCounts } from './duty.type.js';
import type { TrainingDuty } from './training-duty.entity.js';

/** Questions of which a process keeps the counts. */
const MOST_KEPT = 500;

type Counts = TrainingDutyCounts & Versioned;

const VERSION = '(SELECT sum(version) FROM training_duty_version)';
const AHEAD = ['due_at', 'relearn_at', 'ends_at'].map(
  (column) => `min(duty.${column}) FILTER (WHERE duty.${column} > now())`,
);

/** Counts of duties, which are kept until any duty changes on whichever node, the tree does, or a day is over. */
@Injectable()
export class DutyCounts {
  private readonly kept: Kept<Counts>;

  constructor(database: DataSource) {
    this.kept = new Kept(database, VERSION, MOST_KEPT);
  }

  /** Of rows that no status narrows: what is due now counts as late tomorrow. */
  of(rows: SelectQueryBuilder<TrainingDuty>): Promise<TrainingDutyCounts> {
    return this.kept.of(JSON.stringify(rows.getQueryAndParameters()), () => this.read(rows));
  }

  private async read(rows: SelectQueryBuilder<TrainingDuty>): Promise<Counts> {
    const counted = (status: DutyStatus) => `count(*) FILTER (WHERE ${STANDS[status]})::int`;
    const counts = await rows
      .clone()
      .select(counted(DutyStatus.DUE), 'due')
      .addSelect(counted(DutyStatus.BOOKED), 'booked')
      .addSelect(counted(DutyStatus.LATE), 'late')
      .addSelect(counted(DutyStatus.LEARNED), 'learned')
      .addSelect(VERSION, 'version')
      .addSelect(`least(${AHEAD.join(', ')})`, 'until')
      .getRawOne<Counts>();
    if (!counts) throw new Error('a count without a row');
    return counts;
  }
}
