import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseKind } from '#catalog';
import { DeliveryMode } from '#enrollment';
import { Organization } from '#identity';
import { Language } from '#reference';
import { RequestStage } from './request.enums.js';

const CLOSED_UNANSWERED = `'DRAFT', 'SUBMITTED', 'WITHDRAWN'`;

/**
 * A union says which training it lacks, and is answered.
 *
 * Who asks, with how many people, is in `program_request_asker`; who did what and why in `program_request_event`.
 */
@Entity()
@Index('program_request_number', ['number'], { unique: true })
@Index('program_request_newest', ['createdAt', 'id'])
@Index('program_request_of_organization', ['organizationId', 'stage'])
@Index('program_request_of_academy', ['academyId', 'stage'])
@Index('program_request_addressed', ['addressedToId', 'stage'])
@Index('program_request_merged_into', ['mergedIntoId'], { where: '"merged_into_id" IS NOT NULL' })
@Index('program_request_codes', { synchronize: false })
@Index('program_request_words', { synchronize: false })
@Check('program_request_title_fits', 'char_length("title") BETWEEN 1 AND 200')
@Check('program_request_period', '"period_from" <= "period_to"')
@Check('program_request_is_answered_by_an_academy', `"stage" IN (${CLOSED_UNANSWERED}) OR "academy_id" IS NOT NULL`)
@Check('program_request_draft_is_not_submitted', `"stage" <> 'DRAFT' OR "submitted_at" IS NULL`)
@Check('program_request_is_submitted', `"stage" IN ('DRAFT', 'WITHDRAWN') OR "submitted_at" IS NOT NULL`)
@Check('program_request_merged_goes_on', `("stage" = 'MERGED') = ("merged_into_id" IS NOT NULL)`)
@Check('program_request_is_not_merged_into_itself', '"merged_into_id" <> "id"')
@Check(
  'program_request_submitted_is_whole',
  `"submitted_at" IS NULL OR (cardinality("outcomes") > 0 AND cardinality("languages") > 0 AND "period_from" IS NOT NULL AND "period_to" IS NOT NULL)`,
)
export class ProgramRequest {
  @PrimaryColumn('uuid') id!: string;

  /** What people call it: PR-2026-000123. Drawn when it is begun, and never again. */
  @Column('text') number!: string;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  /** Null: whichever academy takes it. */
  @Column({ type: 'uuid', nullable: true })
  addressedToId!: string | null;
  @ManyToOne(() => Organization, { nullable: true, onDelete: 'RESTRICT' })
  addressedTo!: Relation<Organization> | null;

  /** The academy that answers; null: none has yet. */
  @Column({ type: 'uuid', nullable: true })
  academyId!: string | null;
  @ManyToOne(() => Organization, { nullable: true, onDelete: 'RESTRICT' })
  academy!: Relation<Organization> | null;

  @Column({ type: 'enum', enum: RequestStage, enumName: 'program_request_stage' })
  stage!: RequestStage;

  /** Since when whoever is next has been waited for. */
  @Column('timestamptz') turnSince!: Date;

  /** The language its texts are written in. */
  @Column('text') locale!: string;
  @ManyToOne(() => Language, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'locale' })
  language!: Relation<Language>;

  @Column('text') title!: string;

  /** What people must be able to do afterwards. */
  @Column('text', { array: true }) outcomes!: string[];

  /** Why it is needed; null: not said. */
  @Column({ type: 'text', nullable: true })
  why!: string | null;

  @Column('text', { array: true }) sectorCodes!: string[];
  @Column('text', { array: true }) roleCodes!: string[];

  /** Languages it should be taught in. */
  @Column('text', { array: true }) languages!: string[];

  @Column({ type: 'enum', enum: CourseKind, enumName: 'course_kind', array: true })
  courseKinds!: CourseKind[];
  @Column({ type: 'enum', enum: DeliveryMode, enumName: 'delivery_mode', array: true })
  deliveryModes!: DeliveryMode[];

  /** When it should be taught; null in a draft: not yet said. */
  @Column({ type: 'date', nullable: true })
  periodFrom!: string | null;
  @Column({ type: 'date', nullable: true })
  periodTo!: string | null;

  /** Title, outcomes and number, folded: what search and likeness look at. */
  @Column('text') words!: string;

  /** Null: a draft, or withdrawn as one. */
  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  /** The request it goes on in; null: not merged. */
  @Column({ type: 'uuid', nullable: true })
  mergedIntoId!: string | null;
  @ManyToOne(() => ProgramRequest, { nullable: true, onDelete: 'RESTRICT' })
  mergedInto!: Relation<ProgramRequest> | null;

  @Column('timestamptz') createdAt!: Date;
}
