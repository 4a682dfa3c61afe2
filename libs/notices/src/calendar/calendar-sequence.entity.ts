import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often the sessions of a subject were sent to an account: calendars believe the highest number. */
@Entity()
export class CalendarSequence {
  /** Goes with the account (a trigger): a foreign key would lock it whenever its calendar changes. */
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('uuid') subjectId!: string;

  /** SEQUENCE of the last one, from 0. */
  @Column('int') sequence!: number;
}
