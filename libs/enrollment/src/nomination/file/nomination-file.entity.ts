import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account, FileFault, type ListColumn, Organization, UploadedFile } from '#identity';
import { Offering } from '../../offering/offering.entity.js';
import { Nomination } from '../nomination.entity.js';

export enum NominationFileStatus {
  AWAITING_FILE = 'AWAITING_FILE',
  READY = 'READY',
  FAILED = 'FAILED',
  NOMINATED = 'NOMINATED',
}

registerEnumType(NominationFileStatus, {
  name: 'NominationFileStatus',
  description: 'How far a file that names people is. Expect values to be added.',
  valuesMap: {
    AWAITING_FILE: { description: 'The file is not there yet, or is being read.' },
    READY: { description: 'Its people are found; nobody is nominated.' },
    FAILED: { description: 'It cannot be read.' },
    NOMINATED: { description: 'Its people are nominated, each answered on its own.' },
  },
});

/** A file by which an organization names people for an offering. */
@Entity()
@Index('nomination_file_by_file', ['fileId'], { unique: true })
@Check('only_failed_files_have_a_fault', `("status" = 'FAILED') = ("fault" IS NOT NULL)`)
@Check('only_nominated_files_have_a_letter', `("status" = 'NOMINATED') = ("nomination_id" IS NOT NULL)`)
export class NominationFile {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') offeringId!: string;
  @ManyToOne(() => Offering, { nullable: false, onDelete: 'RESTRICT' })
  offering!: Relation<Offering>;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  account!: Relation<Account>;

  @Column('uuid') fileId!: string;
  @ManyToOne(() => UploadedFile, { nullable: false, onDelete: 'RESTRICT' })
  file!: Relation<UploadedFile>;

  @Column({ type: 'enum', enum: NominationFileStatus, enumName: 'nomination_file_status' })
  status!: NominationFileStatus;

  /** Null: nothing is wrong with the file. */
  @Column({ type: 'enum', enum: FileFault, enumName: 'file_fault', nullable: true })
  fault!: FileFault | null;

  /** As told; 0: there is none; null: it is looked for. */
  @Column({ type: 'int', nullable: true })
  headerRow!: number | null;

  @Column({ type: 'jsonb', default: [] })
  chosenColumns!: Pick<ListColumn, 'number' | 'field'>[];

  @Column({ type: 'jsonb', default: [] })
  columns!: ListColumn[];

  /** The letter it became; null: none yet. */
  @Column({ type: 'uuid', nullable: true })
  nominationId!: string | null;
  @ManyToOne(() => Nomination, { nullable: true, onDelete: 'RESTRICT' })
  nomination!: Relation<Nomination> | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
