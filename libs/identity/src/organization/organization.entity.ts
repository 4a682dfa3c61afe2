import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Country, Subdivision } from '#reference';
import { OrganizationKind } from './organization-kind.js';
import { OrganizationStatus } from './organization-status.js';

/** A body of the movement. A regional branch answers to two lines: its sectoral union and its territorial association. */
@Entity()
@Index('organization_sectoral_parent', ['sectoralParentId'])
@Index('organization_territorial_parent', ['territorialParentId'])
@Index('organization_successor', ['successorId'])
@Index('organization_in_order', ['createdAt', 'id'])
@Index('organization_academies', ['id'], { where: `kind = 'ACADEMY'` })
@Check('organization_is_not_its_own_parent', '"sectoral_parent_id" <> "id" AND "territorial_parent_id" <> "id"')
@Check('only_the_closed_have_a_successor', '"closed_at" IS NOT NULL OR "successor_id" IS NULL')
@Check('organization_is_not_its_own_successor', '"successor_id" <> "id"')
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

  /** Null: at work. A closed organization stays readable, and nothing is done in it any more. */
  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** Where its members and those below it went; null: at work, or closed without a successor. */
  @Column({ type: 'uuid', nullable: true })
  successorId!: string | null;
  @ManyToOne(() => Organization, { nullable: true, onDelete: 'RESTRICT' })
  successor!: Relation<Organization> | null;

  get status(): OrganizationStatus {
    return this.closedAt ? OrganizationStatus.CLOSED : OrganizationStatus.ACTIVE;
  }
}
