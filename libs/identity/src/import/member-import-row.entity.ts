import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { NationalNumberType } from '../national-number/national-number-type.js';
import { MemberImport } from './member-import.entity.js';
import { RowOutcome } from './member-import.enums.js';
import type { RowProblem } from './row-problem.js';

/**
 * A row as it will come in, under ids it has from the start: applying copies it, and copying it twice changes nothing.
 * Gone a day after it was applied.
 */
@Entity()
@Index('member_import_row_by_outcome', ['importId', 'outcome', 'number'])
@Check('matches_are_known', `"outcome" <> 'MATCH' OR "known_person_id" IS NOT NULL`)
@Check(
  'numbers_are_sealed',
  'num_nulls("number_id", "number_type", "number_country", "sealed", "key_version", "look_up") IN (0, 6)',
)
export class MemberImportRow {
  @PrimaryColumn('uuid') importId!: string;
  @ManyToOne(() => MemberImport, { nullable: false, onDelete: 'CASCADE' })
  import!: Relation<MemberImport>;

  /** As spreadsheets number it, from 1. */
  @PrimaryColumn('int') number!: number;

  @Column({ type: 'enum', enum: RowOutcome, enumName: 'row_outcome' })
  outcome!: RowOutcome;

  /** Somebody looked at who may be the same person, and it is somebody else. */
  @Column({ type: 'boolean', default: false })
  isConfirmed!: boolean;

  @Column('uuid') organizationId!: string;

  @Column('text') familyName!: string;
  @Column('text') givenName!: string;
  @Column({ type: 'text', nullable: true }) patronymic!: string | null;
  @Column({ type: 'text', nullable: true }) otherFamilyName!: string | null;
  @Column({ type: 'text', nullable: true }) otherGivenName!: string | null;
  @Column({ type: 'text', nullable: true }) otherPatronymic!: string | null;
  @Column({ type: 'date', nullable: true }) bornOn!: string | null;
  @Column({ type: 'text', nullable: true }) email!: string | null;

  /** Null: the day it is applied. */
  @Column({ type: 'date', nullable: true }) startedOn!: string | null;

  @Column({ type: 'text', array: true }) nameKeys!: string[];

  /** Sealed for the row it will be in `national_number`, so that it is never open in between. Null: none was given. */
  @Column({ type: 'uuid', nullable: true }) numberId!: string | null;
  @Column({ type: 'enum', enum: NationalNumberType, enumName: 'national_number_type', nullable: true })
  numberType!: NationalNumberType | null;
  @Column({ type: 'text', nullable: true }) numberCountry!: string | null;
  @Column({ type: 'bytea', nullable: true }) sealed!: Buffer | null;
  @Column({ type: 'smallint', nullable: true }) keyVersion!: number | null;
  @Column({ type: 'bytea', nullable: true }) lookUp!: Buffer | null;

  /** Of the person that a new row makes known. */
  @Column('uuid') personId!: string;

  /** The person that the row is about, of whom the importer sees more than the name; null: nobody known. */
  @Column({ type: 'uuid', nullable: true }) knownPersonId!: string | null;

  @Column('uuid') membershipId!: string;

  @Column({ type: 'jsonb', default: [] })
  problems!: RowProblem[];
}
