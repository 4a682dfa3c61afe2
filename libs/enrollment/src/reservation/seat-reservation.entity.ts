import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Organization } from '#identity';
import { Offering } from '../offering/offering.entity.js';

/**
 * Seats of an offering kept for an organization, which names people for them or passes a part to those below it.
 * What it passed down is what they have: the trigger reservation_cascade_adds_up looks at every change.
 */
@Entity()
@Unique('seat_reservation_in_offering', ['id', 'offeringId'])
@Index('seat_reservation_by_offering', ['offeringId', 'createdAt', 'id'])
@Index('seat_reservation_by_organization', ['organizationId', 'offeringId'])
@Index('seat_reservation_by_parent', ['parentId'])
@Index('seat_reservation_release', ['releaseAt'], { where: '"unnamed" > 0' })
@Check(
  'reservation_adds_up',
  '"named" >= 0 AND "unnamed" >= 0 AND "passed_down" >= 0 AND "passed_down" + "named" + "unnamed" = "seats"',
)
@Check('reservation_release', '("release_on" IS NULL) = ("release_at" IS NULL)')
@Check(
  'reservation_path',
  '"path"[cardinality("path")] = "id" AND (cardinality("path") > 1) = ("parent_id" IS NOT NULL)',
)
export class SeatReservation {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') offeringId!: string;
  @ManyToOne(() => Offering, { nullable: false, onDelete: 'RESTRICT' })
  offering!: Relation<Offering>;

  /** Who holds it. */
  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  /** The reservation it was passed down from; null: given by the provider. */
  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;
  @ManyToOne(() => SeatReservation, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'parent_id', referencedColumnName: 'id', foreignKeyConstraintName: 'seat_reservation_parent' },
    { name: 'offering_id', referencedColumnName: 'offeringId', foreignKeyConstraintName: 'seat_reservation_parent' },
  ])
  parent!: Relation<SeatReservation> | null;

  /** From the one given by the provider down to this one, both included. */
  @Column('uuid', { array: true }) path!: string[];

  @Column('int') seats!: number;

  /** Seats that somebody named has, or that are kept for them until they are approved. */
  @Column({ type: 'int', default: 0 })
  named!: number;

  @Column('int') unnamed!: number;

  @Column({ type: 'int', default: 0 })
  passedDown!: number;

  /** The day on which unused seats go back, and its beginning where the offering is; null: they stay. */
  @Column({ type: 'date', nullable: true })
  releaseOn!: string | null;
  @Column({ type: 'timestamptz', nullable: true })
  releaseAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
