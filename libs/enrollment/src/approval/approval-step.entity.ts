import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Account, Organization } from '#identity';
import { Enrollment } from '../enrollment/enrollment.entity.js';
import { ApprovalLayer, SkipReason, StepState } from './approval.enums.js';

/** One layer’s say about one person’s place. Steps are asked in the order of their positions, one at a time. */
@Entity()
@Unique('approval_step_position', ['enrollmentId', 'position'])
@Index('one_open_step', ['enrollmentId'], { unique: true, where: `"state" = 'PENDING'` })
@Index('approval_step_inbox', ['organizationId', 'askedAt', 'enrollmentId'], { where: `"state" = 'PENDING'` })
@Index('approval_step_due', ['dueAt'], { where: `"state" = 'PENDING'` })
@Check(
  'step_asks_somebody',
  `"state" NOT IN ('PENDING', 'APPROVED', 'DECLINED') OR ("asked_at" IS NOT NULL AND "organization_id" IS NOT NULL)`,
)
@Check('step_is_decided', `("state" IN ('APPROVED', 'DECLINED')) = ("decided_at" IS NOT NULL)`)
@Check('step_says_why_skipped', `("state" = 'SKIPPED') = ("skip_reason" IS NOT NULL)`)
@Check('step_says_why_declined', `"state" <> 'DECLINED' OR "note" IS NOT NULL`)
@Check('step_marks', '"motivation" BETWEEN 1 AND 5 AND "relevance" BETWEEN 1 AND 5 AND "preparedness" BETWEEN 1 AND 5')
export class ApprovalStep {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') enrollmentId!: string;
  @ManyToOne(() => Enrollment, { nullable: false, onDelete: 'CASCADE' })
  enrollment!: Relation<Enrollment>;

  /** From 1. */
  @Column('int') position!: number;

  @Column({ type: 'enum', enum: ApprovalLayer, enumName: 'approval_layer' })
  layer!: ApprovalLayer;

  /** Who is asked; another than the layer’s once the step was passed on. Null: there is none. */
  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;
  @ManyToOne(() => Organization, { nullable: true, onDelete: 'RESTRICT' })
  organization!: Relation<Organization> | null;

  @Column({ type: 'enum', enum: StepState, enumName: 'step_state' })
  state!: StepState;

  /** Null: was not skipped. */
  @Column({ type: 'enum', enum: SkipReason, enumName: 'skip_reason', nullable: true })
  skipReason!: SkipReason | null;

  /** Null: not asked yet, or never. */
  @Column({ type: 'timestamptz', nullable: true })
  askedAt!: Date | null;

  /** When it passes to the level above, on the database’s clock; null: it stays where it is. */
  @Column({ type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** When it last passed to a level above; null: never. */
  @Column({ type: 'timestamptz', nullable: true })
  passedOnAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  /** Null: not decided, or decided before this was kept. */
  @Column({ type: 'uuid', nullable: true })
  decidedByAccountId!: string | null;
  @ManyToOne(() => Account, { nullable: true, onDelete: 'RESTRICT' })
  decidedByAccount!: Relation<Account> | null;

  /** Marks of the assessment, 1 to 5; null: none was given. */
  @Column({ type: 'int', nullable: true })
  motivation!: number | null;
  @Column({ type: 'int', nullable: true })
  relevance!: number | null;
  @Column({ type: 'int', nullable: true })
  preparedness!: number | null;

  /** Whether the employer lets the person go for the time; null: not known. */
  @Column({ type: 'boolean', nullable: true })
  employerAgrees!: boolean | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
