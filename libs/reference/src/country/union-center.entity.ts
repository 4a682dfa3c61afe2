import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Names, SourcedColumns } from '../sourced.columns.js';
import { Country } from './country.entity.js';

/** A national federation of trade unions. */
@Entity()
@Index('union_center_of_country', ['countryCode', 'position'])
@Check('union_center_name_is_never_blank', `coalesce("names" ->> 'en', '') <> ''`)
export class UnionCenter extends SourcedColumns {
  /** Assigned for Odaq, country first: `UZ-FTUU`. Survives a change of name. */
  @PrimaryColumn('text') code!: string;

  @Column('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code' })
  country!: Relation<Country>;

  /** Place in the country’s list from 1. */
  @Column('int') position!: number;

  @Column('jsonb') names!: Names;

  @Column({ type: 'text', nullable: true })
  shortName!: string | null;
  @Column({ type: 'text', nullable: true })
  website!: string | null;
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
