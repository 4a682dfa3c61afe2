import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '#identity';

/** How often the sessions of a subject were sent to an account: calendars believe the highest number. */
@Entity()
export class CalendarSequence {
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('uuid') subjectId!: string;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account!: Relation<Account>;

  /** SEQUENCE of the last one, from 0. */
  @Column('int') sequence!: number;
}
