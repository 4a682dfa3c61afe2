import { Column, Entity, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Organization, Person } from '#identity';

/** A person who teaches for an organization. */
@Entity()
@Unique('instructor_once_per_organization', ['organizationId', 'personId'])
@Unique('instructor_person', ['id', 'personId'])
export class Instructor {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  @Column('uuid') personId!: string;
  @ManyToOne(() => Person, { nullable: false, onDelete: 'RESTRICT' })
  person!: Relation<Person>;
}
