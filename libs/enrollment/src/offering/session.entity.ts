import { Check, Column, Entity, Exclusion, Index, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Room } from '../venue/room.entity.js';
import { Offering } from './offering.entity.js';

/** One meeting of an offering, for example a day’s class. A room is never in two of them at once. */
@Entity()
@Index('session_by_offering', { synchronize: false })
@Unique('session_as_taught', ['id', 'startsAt', 'endsAt', 'takesPlace'])
@Check('session_period', '"starts_at" < "ends_at"')
@Exclusion(
  'room_in_one_session_at_a_time',
  `USING gist ("room_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("takes_place" AND "room_id" IS NOT NULL)`,
)
export class Session {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') offeringId!: string;
  @ManyToOne(() => Offering, { nullable: false, onDelete: 'CASCADE' })
  offering!: Relation<Offering>;

  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;

  /** Null: online, or not yet known. */
  @Column({ type: 'uuid', nullable: true })
  roomId!: string | null;
  @ManyToOne(() => Room, { nullable: true, onDelete: 'RESTRICT' })
  room!: Relation<Room> | null;

  /** False once the offering is cancelled: room and instructors are free again. */
  @Column({ type: 'boolean', default: true })
  takesPlace!: boolean;
}
