import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from '#identity';
import { Country } from '#reference';
import { CurriculumVersion } from './curriculum-version.entity.js';

/**
 * A program for a sector and its roles; or the variant of one for a country, which says only what it says otherwise.
 * What it says is in its versions.
 */
@Entity()
@Index('one_variant_per_country', ['baseId', 'countryCode'], { unique: true })
@Index('curriculum_code', ['code'], { unique: true })
@Check('variant_has_base_and_country', '("base_id" IS NULL) = ("country_code" IS NULL)')
@Index('curriculum_owner', ['ownerId'])
@Index('curriculum_newest', ['createdAt', 'id'])
export class Curriculum {
  @PrimaryColumn('uuid') id!: string;

  /** What people call it by: `C-12`, its variant for Kazakhstan `C-12-KZ`. The database gives it, once and for all. */
  @Column({ type: 'text', insert: false, update: false })
  code!: string;

  @Column('uuid') ownerId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  owner!: Relation<Organization>;

  /** The curriculum it is a variant of, never a variant itself; null: it is a base. */
  @Column({ type: 'uuid', nullable: true })
  baseId!: string | null;
  @ManyToOne(() => Curriculum, { nullable: true, onDelete: 'RESTRICT' })
  base!: Relation<Curriculum> | null;

  /** The country whose law the variant answers to; null: a base. */
  @Column({ type: 'text', nullable: true })
  countryCode!: string | null;
  @ManyToOne(() => Country, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code' })
  country!: Relation<Country> | null;

  /** The version readers see; null: never published. The draft, if any, is the version that is not published. */
  @Column({ type: 'uuid', nullable: true })
  publishedVersionId!: string | null;
  @ManyToOne(() => CurriculumVersion, { nullable: true, onDelete: 'RESTRICT' })
  publishedVersion!: Relation<CurriculumVersion> | null;

  /** Grows with every change, so that two editors do not overwrite each other unawares. */
  @Column({ type: 'int', default: 1 })
  revision!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
