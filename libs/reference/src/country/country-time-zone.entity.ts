import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Country } from './country.entity.js';

@Entity()
export class CountryTimeZone {
  @PrimaryColumn('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code' })
  country!: Relation<Country>;

  /** IANA name, for example `Asia/Tashkent`. */
  @PrimaryColumn('text') timeZone!: string;

  /** Place in the country’s list from 1; the capital’s zone is first. */
  @Column('int') position!: number;

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
