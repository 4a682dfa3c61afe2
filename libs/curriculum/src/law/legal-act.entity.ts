import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Country } from '#reference';
import { LegalActStatus, LegalArea } from './law.enums.js';
import { LegalColumns, type Texts } from './legal.columns.js';

/** A law, code, rule or standard of one country. What it asks is in its editions. */
@Entity()
@Index('one_legal_act_per_code', ['code'], { unique: true })
@Index('legal_act_country', ['countryCode', 'code'])
@Check('legal_act_title_is_never_blank', `coalesce("titles" ->> 'en', '') <> ''`)
@Check('legal_act_adopted_is_a_date', `"adopted" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`)
export class LegalAct extends LegalColumns {
  @PrimaryColumn('uuid') id!: string;

  /** Assigned for Odaq: `kz-labor-code`. */
  @Column('text') code!: string;

  @Column('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code' })
  country!: Relation<Country>;

  @Column({ type: 'enum', enum: LegalArea, enumName: 'legal_area', array: true })
  areas!: LegalArea[];

  @Column('jsonb') titles!: Texts;

  /** As the country numbers it; null: none, or not known. */
  @Column({ type: 'text', nullable: true })
  number!: string | null;

  /** Day, month or year, as exact as it is known; null: not known. */
  @Column({ type: 'text', nullable: true })
  adopted!: string | null;

  @Column({ type: 'enum', enum: LegalActStatus, enumName: 'legal_act_status' })
  status!: LegalActStatus;

  /** What is doubtful about the status, in English; null: nothing. */
  @Column({ type: 'text', nullable: true })
  statusNote!: string | null;

  /** When it left the data files; null: it is there. */
  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
