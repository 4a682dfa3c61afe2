import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course, CourseVersion } from '#catalog';
import { Organization } from '#identity';
import { ApprovalLayer } from '../approval/approval.enums.js';
import { Venue } from '../venue/venue.entity.js';
import { DeliveryMode, OfferingStatus } from './offering.enums.js';

/**
 * A course at a time and place, with seats.
 *
 * The counters are changed only by who holds this row’s lock, and the checks are the last line against overselling.
 */
@Entity()
@Index('offering_by_course', ['courseId', 'startsAt', 'id'])
@Index('offering_by_start', ['startsAt', 'id'])
@Index('offering_by_provider', ['providerId', 'startsAt', 'id', 'status', 'language'])
@Index('offering_by_status', ['status', 'startsAt', 'id', 'mode'])
@Index('offering_by_language', ['language', 'status', 'startsAt', 'id', 'mode'])
@Check(
  'offering_seats_fit',
  `"confirmed" >= 0 AND "offered" >= 0 AND "reserved" >= 0 AND "held" >= 0
    AND "confirmed" + "offered" + "reserved" + "held" <= "capacity"`,
)
@Check('offering_layers_ask', '"asks_approval" OR cardinality("approval_layers") = 0')
@Check('offering_queue_counts', '"waiting" >= 0 AND "last_queue_number" >= 0')
@Check('offering_capacity', '"capacity" BETWEEN 1 AND 100000 AND "minimum" BETWEEN 0 AND "capacity"')
@Check('offering_waitlist_limit', '"waitlist_limit" IS NULL OR "waitlist_limit" >= 0')
@Check('offering_period', '"starts_at" < "ends_at"')
@Check('offering_window', '"opens_at" < "closes_at" AND "closes_at" <= "ends_at"')
@Check('offering_price', '("price_amount" IS NULL) = ("price_currency" IS NULL) AND "price_amount" >= 0')
export class Offering {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') courseId!: string;
  @ManyToOne(() => Course, { nullable: false, onDelete: 'RESTRICT' })
  course!: Relation<Course>;

  /** The version it was scheduled with; a newer one does not change it. */
  @Column('uuid') courseVersionId!: string;
  @ManyToOne(() => CourseVersion, { nullable: false, onDelete: 'RESTRICT' })
  courseVersion!: Relation<CourseVersion>;

  /** The organization that teaches; its people schedule and decide. */
  @Column('uuid') providerId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  provider!: Relation<Organization>;

  @Column({ type: 'enum', enum: OfferingStatus, enumName: 'offering_status' })
  status!: OfferingStatus;

  @Column({ type: 'enum', enum: DeliveryMode, enumName: 'delivery_mode' })
  mode!: DeliveryMode;

  /** Language of instruction. */
  @Column('text') language!: string;

  /** IANA name; session times are shown in it. */
  @Column('text') timeZone!: string;

  /** Null: online, or not yet known. */
  @Column({ type: 'uuid', nullable: true })
  venueId!: string | null;
  @ManyToOne(() => Venue, { nullable: true, onDelete: 'RESTRICT' })
  venue!: Relation<Venue> | null;

  /** Who teaches any of its sessions, each once, by id; as the sessions say, kept here for lists. */
  @Column({ type: 'uuid', array: true, default: [] })
  instructorIds!: string[];

  /** Start of the first session. */
  @Column('timestamptz') startsAt!: Date;

  /** End of the last session. */
  @Column('timestamptz') endsAt!: Date;

  /** Enrollment window: from `opensAt` until before `closesAt`. */
  @Column('timestamptz') opensAt!: Date;
  @Column('timestamptz') closesAt!: Date;

  @Column('int') capacity!: number;

  /** Fewer confirmed people than this and the provider may cancel. */
  @Column('int') minimum!: number;

  /** Null: anybody may wait. */
  @Column({ type: 'int', nullable: true })
  waitlistLimit!: number | null;

  @Column('boolean') asksApproval!: boolean;

  /** Who must approve, in this order; empty though approval is asked: the provider alone. */
  @Column({ type: 'enum', enum: ApprovalLayer, enumName: 'approval_layer', array: true, default: [] })
  approvalLayers!: ApprovalLayer[];

  /** Whether a freed seat is offered for a time; otherwise the next in the queue is confirmed at once. */
  @Column('boolean') asksAcceptance!: boolean;

  /** Whether people whom an organization names are asked before they have a seat for good. */
  @Column({ type: 'boolean', default: false })
  asksNomineeAcceptance!: boolean;

  /** Whole units; null: free of charge. */
  @Column({ type: 'numeric', precision: 19, scale: 4, nullable: true })
  priceAmount!: string | null;
  @Column({ type: 'text', nullable: true })
  priceCurrency!: string | null;

  @Column({ type: 'int', default: 0 })
  confirmed!: number;

  @Column({ type: 'int', default: 0 })
  offered!: number;

  /** Seats kept for organizations that have named nobody for them yet. */
  @Column({ type: 'int', default: 0 })
  reserved!: number;

  /** Seats kept for people whose approval is pending. */
  @Column({ type: 'int', default: 0 })
  held!: number;

  /** People with seat state WAITLISTED. */
  @Column({ type: 'int', default: 0 })
  waiting!: number;

  /** The last number drawn; never goes back. */
  @Column({ type: 'int', default: 0 })
  lastQueueNumber!: number;

  /** Told to everybody who had a place; null: not cancelled. */
  @Column({ type: 'text', nullable: true })
  cancelReason!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  get seatsTaken(): number {
    return this.confirmed + this.offered + this.held;
  }

  get seatsLeft(): number {
    return this.capacity - this.seatsTaken - this.reserved;
  }

  get seatsReserved(): number {
    return this.reserved;
  }
}
