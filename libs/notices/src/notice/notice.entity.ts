import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeCalendar } from '../calendar/calendar.js';
import { NoticeKind } from './notice-kind.js';
import type { NoticeValue } from './values.js';

/** A message somebody is to get, written in the transaction of what it tells of. */
@Entity()
@Index('notice_dedupe_key', ['dedupeKey'], { unique: true })
@Index('notice_by_account', ['accountId', 'id'])
@Index('notice_by_age', ['createdAt'])
@Check('notice_sent_or_failed', '"sent_at" IS NULL OR "failed_at" IS NULL')
@Check('notice_calendar_is_numbered', '"calendar_sequence" IS NULL OR "calendar" IS NOT NULL')
export class Notice {
  @PrimaryColumn('uuid') id!: string;

  @Column({ type: 'enum', enum: NoticeKind, enumName: 'notice_kind' })
  kind!: NoticeKind;

  /** Goes with the account (a trigger): a foreign key would lock it whenever its holder is told something. */
  @Column('uuid') accountId!: string;

  /** Two notices with the same key are one. */
  @Column('text') dedupeKey!: string;

  /** Languages to write it in, best first. */
  @Column('text', { array: true })
  locales!: string[];

  /** What its sentences tell; see `ValuesOf`. */
  @Column('jsonb') values!: Record<string, NoticeValue>;

  /** Null: none comes along. */
  @Column({ type: 'jsonb', nullable: true })
  calendar!: NoticeCalendar | null;

  /** Null: no calendar, or nothing to take back. */
  @Column({ type: 'int', nullable: true })
  calendarSequence!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Tries that ended with an answer, good or bad. */
  @Column({ type: 'int', default: 0 })
  attempts!: number;

  /** When a mail server took it; null: not yet, or never. */
  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  /** When we gave up; null: we did not. */
  @Column({ type: 'timestamptz', nullable: true })
  failedAt!: Date | null;
}
