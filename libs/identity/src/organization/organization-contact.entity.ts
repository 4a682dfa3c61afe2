import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ContactKind } from './contact-kind.js';
import { Organization } from './organization.entity.js';

/** A way to reach an organization, in the order it wants to be reached. */
@Entity()
export class OrganizationContact {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('smallint') position!: number;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'CASCADE' })
  organization!: Relation<Organization>;

  @Column({ type: 'enum', enum: ContactKind, enumName: 'contact_kind' })
  kind!: ContactKind;

  @Column('text') value!: string;
}
