import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Names, SourcedColumns } from '../sourced.columns.js';
import { Currency } from './currency.entity.js';

export enum Weekday {
  MONDAY = 'MONDAY',
  TUESDAY = 'TUESDAY',
  WEDNESDAY = 'WEDNESDAY',
  THURSDAY = 'THURSDAY',
  FRIDAY = 'FRIDAY',
  SATURDAY = 'SATURDAY',
  SUNDAY = 'SUNDAY',
}

@Entity()
@Check('country_code_is_alpha_2', `"code" ~ '^[A-Z]{2}$'`)
@Check('country_name_is_never_blank', `coalesce("names" ->> 'en', '') <> ''`)
export class Country extends SourcedColumns {
  /** ISO 3166-1 alpha-2. */
  @PrimaryColumn('text') code!: string;

  @Column('text') alpha3!: string;
  /** Three digits, zeros kept. */
  @Column('text') numeric!: string;

  @Column('jsonb') names!: Names;
  @Column('text') officialNameEn!: string;

  @Column('text') currencyCode!: string;
  @ManyToOne(() => Currency, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'currency_code' })
  currency!: Relation<Currency>;

  /** With the plus sign: `+998`. */
  @Column('text') callingCode!: string;
  /** Digits of a mobile number after the calling code. */
  @Column('int') mobileDigits!: number;

  @Column({ type: 'enum', enum: Weekday, enumName: 'weekday' })
  weekStart!: Weekday;
  @Column({ type: 'enum', enum: Weekday, enumName: 'weekday', array: true })
  weekend!: Weekday[];

  /** CLDR calendar names, the usual one first: `persian`, `gregorian`. */
  @Column('text', { array: true }) calendars!: string[];

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
