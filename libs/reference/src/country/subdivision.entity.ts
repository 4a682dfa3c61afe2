import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Names, SourcedColumns } from '../sourced.columns.js';
import { Country } from './country.entity.js';
import { CountryTimeZone } from './country-time-zone.entity.js';

/** A region, city or district by its ISO 3166-2 code. */
@Entity()
@Index('subdivision_of_country', ['countryCode', 'code'], { unique: true })
@Check('subdivision_code_is_of_its_country', `"code" LIKE "country_code" || '-%'`)
@Check('subdivision_name_is_never_blank', `coalesce("names" ->> 'en', '') <> ''`)
export class Subdivision extends SourcedColumns {
  @PrimaryColumn('text') code!: string;

  @Column('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code' })
  country!: Relation<Country>;

  /** English word of the source: `province`, `region`. Null: not known. */
  @Column({ type: 'text', nullable: true })
  type!: string | null;

  @Column('jsonb') names!: Names;

  /** The subdivision this one belongs to; null: none. */
  @Column({ type: 'text', nullable: true })
  parentCode!: string | null;
  @ManyToOne(() => Subdivision, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_code' })
  parent!: Relation<Subdivision> | null;

  /** Code before ISO 3166-2 renamed it; null: none is known. */
  @Column({ type: 'text', nullable: true })
  formerCode!: string | null;

  /** One of the country’s zones; null: not recorded. */
  @Column({ type: 'text', nullable: true })
  timeZone!: string | null;
  @ManyToOne(() => CountryTimeZone, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'country_code', referencedColumnName: 'countryCode' },
    { name: 'time_zone', referencedColumnName: 'timeZone' },
  ])
  zone!: Relation<CountryTimeZone> | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
