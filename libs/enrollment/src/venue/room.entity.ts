import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Venue } from './venue.entity.js';

/** A room of a venue. */
@Entity()
@Unique('room_name_in_venue', ['venueId', 'name'])
@Check('room_seats', '"seats" > 0')
export class Room {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') venueId!: string;
  @ManyToOne(() => Venue, { nullable: false, onDelete: 'CASCADE' })
  venue!: Relation<Venue>;

  @Column('text') name!: string;

  /** How many people fit; null: not known. */
  @Column({ type: 'int', nullable: true })
  seats!: number | null;
}
