import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SourcedColumns } from '../sourced.columns.js';
import { Country } from './country.entity.js';
import { Language } from './language.entity.js';

export enum LanguageRole {
  STATE = 'STATE',
  OFFICIAL = 'OFFICIAL',
  REGIONAL = 'REGIONAL',
  INTERETHNIC = 'INTERETHNIC',
  WIDELY_USED = 'WIDELY_USED',
  PLANNED = 'PLANNED',
}

@Entity()
export class CountryLanguage extends SourcedColumns {
  @PrimaryColumn('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code' })
  country!: Relation<Country>;

  @PrimaryColumn('text') tag!: string;
  @ManyToOne(() => Language, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'tag' })
  language!: Relation<Language>;

  /** Place in the country’s list from 1, the first language first. */
  @Column('int') position!: number;

  @Column({ type: 'enum', enum: LanguageRole, enumName: 'language_role' })
  role!: LanguageRole;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
