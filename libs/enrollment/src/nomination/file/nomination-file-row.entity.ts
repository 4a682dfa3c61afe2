import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person, type RowProblem } from '#identity';
import { NominationFile } from './nomination-file.entity.js';

/** A row of such a file, whom it means, and which line of the letter it became. */
@Entity()
@Index('nomination_file_row_of_person', ['personId'], { where: '"person_id" IS NOT NULL' })
export class NominationFileRow {
  @PrimaryColumn('uuid') nominationFileId!: string;
  @ManyToOne(() => NominationFile, { nullable: false, onDelete: 'CASCADE' })
  nominationFile!: Relation<NominationFile>;

  /** As spreadsheets number it, from 1. */
  @PrimaryColumn('int') number!: number;

  @Column('text') familyName!: string;
  @Column('text') givenName!: string;
  @Column({ type: 'text', nullable: true }) patronymic!: string | null;

  /** Null: the problems say why. */
  @Column({ type: 'uuid', nullable: true }) personId!: string | null;
  @ManyToOne(() => Person, { nullable: true, onDelete: 'CASCADE' })
  person!: Relation<Person> | null;

  @Column({ type: 'jsonb', default: [] })
  problems!: RowProblem[];

  /** Of the line in the letter; null: it is in none. */
  @Column({ type: 'int', nullable: true })
  position!: number | null;
}
