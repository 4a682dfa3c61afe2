import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TrainingRole } from '#reference';
import { Organization } from '../organization/organization.entity.js';
import { Person } from '../person/person.entity.js';
import { MandateBasis } from './mandate-basis.js';

/** An office a person holds in an organization, from-to. Never deleted, only ended. */
@Entity()
@Index('mandate_of_organization', ['organizationId', 'startedOn', 'id'])
@Index('mandate_of_person', ['personId'])
@Index('mandate_by_role', ['roleCode', 'organizationId'])
@Check('mandate_ends_after_start', '"ended_on" IS NULL OR "ended_on" >= "started_on"')
@Exclusion(
  'one_mandate_at_a_time',
  `USING gist ("person_id" WITH =, "organization_id" WITH =, "role_code" WITH =, daterange("started_on", "ended_on") WITH &&)`,
)
export class Mandate {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  @Column('uuid') personId!: string;
  @ManyToOne(() => Person, { nullable: false, onDelete: 'RESTRICT' })
  person!: Relation<Person>;

  /** The office, as the training role that prepares for it. */
  @Column('text') roleCode!: string;
  @ManyToOne(() => TrainingRole, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'role_code', referencedColumnName: 'code' })
  role!: Relation<TrainingRole>;

  @Column({ type: 'enum', enum: MandateBasis, enumName: 'mandate_basis' })
  basis!: MandateBasis;

  /** ISO days; the last day is the first without the office. Null: no end is known. */
  @Column('date') startedOn!: string;
  @Column({ type: 'date', nullable: true })
  endedOn!: string | null;

  /** Null: entered from the console. */
  @Column({ type: 'uuid', nullable: true })
  recordedByAccountId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
