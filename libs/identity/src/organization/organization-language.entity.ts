import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Language } from '#reference';
import { Organization } from './organization.entity.js';

/** A language an organization works in, the most used first. */
@Entity()
export class OrganizationLanguage {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('text') locale!: string;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'CASCADE' })
  organization!: Relation<Organization>;

  @ManyToOne(() => Language, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'locale', referencedColumnName: 'tag' })
  language!: Relation<Language>;

  @Column('smallint') position!: number;
}
