import { Column, Entity, Exclusion, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Instructor } from '../instructor/instructor.entity.js';
import { Session } from './session.entity.js';

/**
 * Who teaches a session. A person is never in two at once, whichever academies they teach for.
 * The times are the session’s own: the foreign key carries every change of them over.
 */
@Entity()
@Exclusion(
  'instructor_in_one_session_at_a_time',
  `USING gist ("person_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("takes_place")`,
)
export class SessionInstructor {
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('uuid') instructorId!: string;
  @Column('uuid') personId!: string;

  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('boolean') takesPlace!: boolean;

  @ManyToOne(() => Session, { nullable: false, onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'session_id', referencedColumnName: 'id', foreignKeyConstraintName: 'session_instructor_times' },
    { name: 'starts_at', referencedColumnName: 'startsAt', foreignKeyConstraintName: 'session_instructor_times' },
    { name: 'ends_at', referencedColumnName: 'endsAt', foreignKeyConstraintName: 'session_instructor_times' },
    { name: 'takes_place', referencedColumnName: 'takesPlace', foreignKeyConstraintName: 'session_instructor_times' },
  ])
  session!: Relation<Session>;

  @ManyToOne(() => Instructor, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'instructor_id', referencedColumnName: 'id', foreignKeyConstraintName: 'session_instructor_person' },
    { name: 'person_id', referencedColumnName: 'personId', foreignKeyConstraintName: 'session_instructor_person' },
  ])
  instructor!: Relation<Instructor>;
}
