import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account, Organization, Person } from '#identity';
import { Completion } from '../completion/completion.enums.js';
import { Offering } from '../offering/offering.entity.js';
import { SeatReservation } from '../reservation/seat-reservation.entity.js';
import { ApprovalState, NomineeAnswer, PaymentState, ReleaseReason, SeatState } from './enrollment.enums.js';

/** One person’s place, or wait, in one offering: three independent states. */
@Entity()
@Index('one_active_enrollment', ['offeringId', 'personId'], { unique: true, where: `"seat" <> 'RELEASED'` })
@Index('queue_number_once', ['offeringId', 'queueNumber'], { unique: true, where: '"queue_number" IS NOT NULL' })
@Index('enrollment_queue', ['offeringId', 'priority', 'queueNumber'], { where: `"seat" = 'WAITLISTED'` })
@Index('enrollment_by_person', { synchronize: false })
@Index('enrollment_by_offering', ['offeringId', 'id'])
@Index('enrollment_pending', ['offeringId', 'id'], { where: `"approval" = 'PENDING' AND "seat" = 'REQUESTED'` })
@Index('enrollment_offer_expiry', ['offerExpiresAt'], { where: `"seat" = 'OFFERED'` })
@Check('seat_only_when_approved', `"seat" IN ('REQUESTED', 'RELEASED') OR "approval" IN ('NOT_NEEDED', 'APPROVED')`)
@Check('request_waits_for_approval', `"seat" <> 'REQUESTED' OR "approval" = 'PENDING'`)
@Check('offer_has_an_end', `("seat" = 'OFFERED') = ("offer_expires_at" IS NOT NULL)`)
@Check('who_waits_has_a_number', `"seat" NOT IN ('REQUESTED', 'WAITLISTED') OR "queue_number" IS NOT NULL`)
@Index('enrollment_by_reservation', ['reservationId'], { where: '"reservation_id" IS NOT NULL' })
@Index('enrollment_by_recommender', ['recommendedById', 'id'], { where: '"recommended_by_id" IS NOT NULL' })
@Index('replaced_once', ['replacesId'], { unique: true, where: '"replaces_id" IS NOT NULL' })
@Check(
  'nothing_due_while_waiting',
  `"seat" NOT IN ('REQUESTED', 'WAITLISTED') OR "payment" = 'NOT_DUE' OR ("holds_seat" AND "payment" <> 'DUE')`,
)
@Check('held_until_approved', `NOT "holds_seat" OR "seat" = 'REQUESTED'`)
@Check('nominee_answers_first', `"seat" <> 'CONFIRMED' OR "nominee_answer" IN ('NOT_ASKED', 'ACCEPTED')`)
@Check(
  'nominee_has_recommender',
  `"recommended_by_id" IS NOT NULL OR ("nominee_answer" = 'NOT_ASKED' AND "reservation_id" IS NULL)`,
)
@Check('reserved_seat_is_had', `"reservation_id" IS NULL OR "seat" NOT IN ('REQUESTED', 'WAITLISTED') OR "holds_seat"`)
@Check('release_has_a_reason', `("seat" = 'RELEASED') = ("release_reason" IS NOT NULL)`)
@Index('enrollment_completed', ['personId', 'offeringId'], { where: `"completion" = 'COMPLETED'` })
@Check('completed_from_a_seat', `"completion" IS NULL OR "seat" = 'CONFIRMED'`)
@Check('completed_on_a_day', `("completion" IS NOT DISTINCT FROM 'COMPLETED') = ("completed_on" IS NOT NULL)`)
@Check(
  'completion_recorded_by_somebody',
  `("completion_recorded_at" IS NULL) = ("completion_recorded_by_account_id" IS NULL)
    AND ("completion" IS NULL OR "completion_recorded_at" IS NOT NULL)`,
)
export class Enrollment {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') offeringId!: string;
  @ManyToOne(() => Offering, { nullable: false, onDelete: 'RESTRICT' })
  offering!: Relation<Offering>;

  @Column('uuid') personId!: string;
  @ManyToOne(() => Person, { nullable: false, onDelete: 'RESTRICT' })
  person!: Relation<Person>;

  @Column({ type: 'enum', enum: ApprovalState, enumName: 'approval_state' })
  approval!: ApprovalState;

  @Column({ type: 'enum', enum: SeatState, enumName: 'seat_state' })
  seat!: SeatState;

  @Column({ type: 'enum', enum: PaymentState, enumName: 'payment_state' })
  payment!: PaymentState;

  /** Drawn under the offering’s lock, never reused; the position people see is computed from it. Null: never queued. */
  @Column({ type: 'int', nullable: true })
  queueNumber!: number | null;

  /** Higher goes first, before the number. Changed only with a reason, which the audit keeps. */
  @Column({ type: 'int', default: 0 })
  priority!: number;

  /** Until when the seat is held, on the database’s clock; null: nothing is offered. */
  @Column({ type: 'timestamptz', nullable: true })
  offerExpiresAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  /** Null: never had a seat. */
  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  /** Null: still active. */
  @Column({ type: 'timestamptz', nullable: true })
  releasedAt!: Date | null;

  @Column({ type: 'enum', enum: ReleaseReason, enumName: 'release_reason', nullable: true })
  releaseReason!: ReleaseReason | null;

  /** The organization that named this person; null: came by themselves. */
  @Column({ type: 'uuid', nullable: true })
  recommendedById!: string | null;
  @ManyToOne(() => Organization, { nullable: true, onDelete: 'RESTRICT' })
  recommendedBy!: Relation<Organization> | null;

  @Column({ type: 'enum', enum: NomineeAnswer, enumName: 'nominee_answer', default: NomineeAnswer.NOT_ASKED })
  nomineeAnswer!: NomineeAnswer;

  /** The reservation the seat was taken from, and returns to; null: an open seat, or none. */
  @Column({ type: 'uuid', nullable: true })
  reservationId!: string | null;
  @ManyToOne(() => SeatReservation, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'reservation_id', referencedColumnName: 'id', foreignKeyConstraintName: 'enrollment_reservation' },
    { name: 'offering_id', referencedColumnName: 'offeringId', foreignKeyConstraintName: 'enrollment_reservation' },
  ])
  reservation!: Relation<SeatReservation> | null;

  /** Whether a seat is kept until the approval is decided. */
  @Column({ type: 'boolean', default: false })
  holdsSeat!: boolean;

  /** The enrollment of the person in whose stead this one came; null: nobody’s. */
  @Column({ type: 'uuid', nullable: true })
  replacesId!: string | null;
  @ManyToOne(() => Enrollment, { nullable: true, onDelete: 'RESTRICT' })
  replaces!: Relation<Enrollment> | null;

  /** What the one who decided or cancelled wrote to the person; null: nothing. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** How it ended, as the provider recorded it; null: nothing is recorded. */
  @Column({ type: 'enum', enum: Completion, enumName: 'completion', nullable: true })
  completion!: Completion | null;

  /** ISO day where it was taught; null: not completed. */
  @Column({ type: 'date', nullable: true })
  completedOn!: string | null;

  /** When that was last recorded, corrected or taken back; the sheets tell the rest. */
  @Column({ type: 'timestamptz', nullable: true })
  completionRecordedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  completionRecordedByAccountId!: string | null;
  @ManyToOne(() => Account, { nullable: true, onDelete: 'RESTRICT' })
  completionRecordedByAccount!: Relation<Account> | null;
}
