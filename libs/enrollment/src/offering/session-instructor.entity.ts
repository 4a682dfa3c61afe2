import { Column, Entity, Exclusion, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Instructor } from '../instructor/instructor.entity.js';
import { Session } from './session.entity.js';

/**
 * Who teaches a session. An instructor is never in two at once.
 * The times are the session’s own: the foreign key carries every change of them over.
 */
@Entity()
@Exclusion(
  'instructor_in_one_session_at_a_time',
  `USING gist ("instructor_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("takes_place")`,
)
export class SessionInstructor {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') instructorId!: string;

  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('boolean') takesPlace!: boolean;

  @ManyToOne(() => Session, { nullable: false, onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'session_id', referencedColumnName: 'id' },
    { name: 'starts_at', referencedColumnName: 'startsAt' },
    { name: 'ends_at', referencedColumnName: 'endsAt' },
    { name: 'takes_place', referencedColumnName: 'takesPlace' },
  ])
  session!: Relation<Session>;

  @ManyToOne(() => Instructor, { nullable: false, onDelete: 'RESTRICT' })
  instructor!: Relation<Instructor>;
}
