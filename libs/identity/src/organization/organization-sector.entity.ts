import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Sector } from '#reference';
import { Organization } from './organization.entity.js';

/** A sector an organization stands for. */
@Entity()
@Index('organization_sector_by_sector', ['sectorCode'])
export class OrganizationSector {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('text') sectorCode!: string;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'CASCADE' })
  organization!: Relation<Organization>;

  @ManyToOne(() => Sector, { nullable: false, onDelete: 'RESTRICT' })
  sector!: Relation<Sector>;
}
