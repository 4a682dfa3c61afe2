import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { SourcedColumns } from '../sourced.columns.js';

@Entity()
@Check('currency_code_is_iso_4217', `"code" ~ '^[A-Z]{3}$'`)
@Check('currency_decimals_are_few', '"decimals" BETWEEN 0 AND 4 AND "display_decimals" BETWEEN 0 AND 4')
export class Currency extends SourcedColumns {
  @PrimaryColumn('text') code!: string;

  /** Three digits, zeros kept. */
  @Column('text') numeric!: string;

  /** Digits after the point in accounting (ISO 4217 minor units). */
  @Column('int') decimals!: number;

  /** Digits people usually see. */
  @Column('int') displayDecimals!: number;
}
