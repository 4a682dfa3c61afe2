import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Mandate, Organization, Person } from '#identity';
import { Enrollment } from '../enrollment/enrollment.entity.js';
import { TrainingRule } from './training-rule.entity.js';

/**
 * What one rule asks of one holder of an office. Worked out from rules, mandates and enrollments, and can be worked out
 * anew at any time; it is kept so that a federation reads its list and its counts from one index.
 */
@Entity()
@Unique('one_duty_per_office_and_rule', ['mandateId', 'ruleId'])
@Index('training_duty_in_order', ['dueAt', 'id'])
@Index('training_duty_booked', ['dueAt', 'id'], { where: '"booked_enrollment_id" IS NOT NULL' })
@Index('training_duty_learned', ['dueAt', 'id'], { where: '"learned_on" IS NOT NULL' })
@Index('training_duty_of_organization', ['organizationId', 'dueAt', 'id'])
@Index('training_duty_of_person', ['personId', 'dueAt', 'id'])
@Index('training_duty_by_rule', ['ruleId', 'dueAt', 'id'])
@Index('training_duty_by_role', ['roleCode', 'dueAt', 'id'])
@Check('training_duty_learned_somewhere', '("learned_on" IS NULL) = ("learned_enrollment_id" IS NULL)')
@Check('training_duty_relearned_after', '"relearn_at" IS NULL OR "learned_on" IS NOT NULL')
export class TrainingDuty {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') ruleId!: string;
  @ManyToOne(() => TrainingRule, { nullable: false, onDelete: 'CASCADE' })
  rule!: Relation<TrainingRule>;

  @Column('uuid') mandateId!: string;
  @ManyToOne(() => Mandate, { nullable: false, onDelete: 'CASCADE' })
  mandate!: Relation<Mandate>;

  @Column('uuid') personId!: string;
  @ManyToOne(() => Person, { nullable: false, onDelete: 'RESTRICT' })
  person!: Relation<Person>;

  /** Where the office is. */
  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  @Column('text') roleCode!: string;

  /** ISO day: the last for learning it the first time. */
  @Column('date') firstDueOn!: string;

  /** Completions from this day on count; null: all. */
  @Column({ type: 'date', nullable: true })
  countsFrom!: string | null;

  /** When office or rule ends, and the duty with it; null: no end is known. */
  @Column({ type: 'timestamptz', nullable: true })
  endsAt!: Date | null;

  /** ISO day: the last for learning it, the first time or again. `dueAt` is its end by the organization’s clock. */
  @Column('date') dueOn!: string;
  @Column('timestamptz') dueAt!: Date;

  /** The latest completion that counts; null: none. */
  @Column({ type: 'date', nullable: true })
  learnedOn!: string | null;
  @Column({ type: 'uuid', nullable: true })
  learnedEnrollmentId!: string | null;
  @ManyToOne(() => Enrollment, { nullable: true, onDelete: 'RESTRICT' })
  learnedEnrollment!: Relation<Enrollment> | null;

  /** From when it is to be learned again; null: not learned, or learned for good. */
  @Column({ type: 'timestamptz', nullable: true })
  relearnAt!: Date | null;

  /** The best place the person has, or waits for, in what would satisfy; null: none. */
  @Column({ type: 'uuid', nullable: true })
  bookedEnrollmentId!: string | null;
  @ManyToOne(() => Enrollment, { nullable: true, onDelete: 'RESTRICT' })
  bookedEnrollment!: Relation<Enrollment> | null;
}
