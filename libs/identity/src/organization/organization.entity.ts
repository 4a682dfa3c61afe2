import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Country, Subdivision } from '#reference';
import { OrganizationKind } from './organization-kind.js';

/** A body of the movement. A regional branch answers to two lines: its sectoral union and its territorial association. */
@Entity()
@Index('organization_sectoral_parent', ['sectoralParentId'])
@Index('organization_territorial_parent', ['territorialParentId'])
@Check('organization_is_not_its_own_parent', '"sectoral_parent_id" <> "id" AND "territorial_parent_id" <> "id"')
export class Organization {
  @PrimaryColumn('uuid') id!: string;

  @Column({ type: 'enum', enum: OrganizationKind, enumName: 'organization_kind' })
  kind!: OrganizationKind;

  @Column('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  country!: Relation<Country>;

  /** ISO 3166-2; null when it works in the whole country. */
  @Column({ type: 'text', nullable: true })
  subdivisionCode!: string | null;
  @ManyToOne(() => Subdivision, { nullable: true, onDelete: 'RESTRICT' })
  subdivision!: Relation<Subdivision> | null;

  /** IANA name, for example Asia/Almaty. */
  @Column('text') timeZone!: string;

  /** The language its people read when their own is missing. */
  @Column('text') defaultLocale!: string;

  @Column({ type: 'uuid', nullable: true })
  sectoralParentId!: string | null;
  @ManyToOne(() => Organization, { nullable: true, onDelete: 'RESTRICT' })
  sectoralParent!: Relation<Organization> | null;

  @Column({ type: 'uuid', nullable: true })
  territorialParentId!: string | null;
  @ManyToOne(() => Organization, { nullable: true, onDelete: 'RESTRICT' })
  territorialParent!: Relation<Organization> | null;

  /** Where the facts about it come from; null: entered by its own people. */
  @Column({ type: 'text', nullable: true })
  source!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
