import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Enrollment } from '../enrollment/enrollment.entity.js';
import { Nomination } from './nomination.entity.js';

/** One person named, and the answer: a place, or why there is none. */
@Entity()
@Index('nomination_line_by_enrollment', ['enrollmentId'], { where: '"enrollment_id" IS NOT NULL' })
@Check('line_is_answered', '("enrollment_id" IS NULL) = ("refusal" IS NOT NULL)')
@Check('line_position', '"position" BETWEEN 1 AND 1000')
export class NominationLine {
  @PrimaryColumn('uuid') nominationId!: string;

  /** From 1, in the order sent. */
  @PrimaryColumn('int') position!: number;

  @ManyToOne(() => Nomination, { nullable: false, onDelete: 'CASCADE' })
  nomination!: Relation<Nomination>;

  /** As it was sent: there may be no such person. */
  @Column('uuid') personId!: string;

  /** The place as it was given; null: refused. */
  @Column({ type: 'uuid', nullable: true })
  enrollmentId!: string | null;
  @ManyToOne(() => Enrollment, { nullable: true, onDelete: 'RESTRICT' })
  enrollment!: Relation<Enrollment> | null;

  /** Why there is none, in the form in which refusals are remembered; null: a place was given. */
  @Column({ type: 'jsonb', nullable: true })
  refusal!: object | null;

  /** What the recommender wrote about the person; null: nothing. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
