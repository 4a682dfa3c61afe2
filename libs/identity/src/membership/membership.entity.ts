import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from '../organization/organization.entity.js';
import { Person } from '../person/person.entity.js';

/** A person belongs to an organization, from-to. Never deleted, only ended. */
@Entity()
@Index('one_membership_in_force', ['organizationId', 'personId'], { unique: true, where: '"ended_on" IS NULL' })
@Index('membership_of_organization_by_name', { synchronize: false })
@Index('membership_by_name', ['sortName', 'id'])
@Index('membership_of_person', ['personId'])
@Check('membership_ends_after_start', '"ended_on" IS NULL OR "ended_on" >= "started_on"')
export class Membership {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  @Column('uuid') personId!: string;
  @ManyToOne(() => Person, { nullable: false, onDelete: 'RESTRICT', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'person_id', referencedColumnName: 'id' },
    { name: 'sort_name', referencedColumnName: 'sortName' },
  ])
  person!: Relation<Person>;

  /** The person’s, kept equal by the database, so that a list of any size is read in its order. */
  @Column({ type: 'text', collation: 'und-x-icu', select: false })
  sortName!: string;

  /** ISO days where the organization works; the last day is the first without membership. Null: in force. */
  @Column('date') startedOn!: string;
  @Column({ type: 'date', nullable: true })
  endedOn!: string | null;

  /** Null: entered from the console. */
  @Column({ type: 'uuid', nullable: true })
  addedByAccountId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
