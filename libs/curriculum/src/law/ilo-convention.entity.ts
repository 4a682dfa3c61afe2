import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Country } from '#reference';
import { RatificationStatus } from './law.enums.js';
import { LegalColumns, type Texts } from './legal.columns.js';

@Entity()
@Index('one_ilo_convention_per_code', ['code'], { unique: true })
@Check('ilo_convention_title_is_never_blank', `coalesce("titles" ->> 'en', '') <> ''`)
export class IloConvention extends LegalColumns {
  @PrimaryColumn('uuid') id!: string;

  /** `C155`. */
  @Column('text') code!: string;
  @Column('int') number!: number;
  @Column('jsonb') titles!: Texts;
  @Column('date') adopted!: string;
  @Column('date') inForceFrom!: string;

  /** Why it matters to training, in English. */
  @Column('text') bearsOnTraining!: string;
}

@Entity()
@Check('convention_ratification_date', `"date" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`)
export class ConventionRatification extends LegalColumns {
  @PrimaryColumn('uuid') conventionId!: string;
  @ManyToOne(() => IloConvention, { nullable: false, onDelete: 'CASCADE' })
  convention!: Relation<IloConvention>;

  @PrimaryColumn('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code' })
  country!: Relation<Country>;

  @Column({ type: 'enum', enum: RatificationStatus, enumName: 'ratification_status' })
  status!: RatificationStatus;

  /** Day, month or year, as exact as it is known; null: none, or not known. */
  @Column({ type: 'text', nullable: true })
  date!: string | null;
}
