import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity.js';

/** An organization’s name in one language. */
@Entity()
export class OrganizationName {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('text') locale!: string;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'CASCADE' })
  organization!: Relation<Organization>;

  @Column('text') name!: string;
}
