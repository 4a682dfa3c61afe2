import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Country } from '#reference';
import { Person } from '../person/person.entity.js';
import { NationalNumberType } from './national-number-type.js';

/** A number a state gave a person. It tells birth date and sex, so it is kept sealed, with the keys elsewhere. */
@Entity()
@Index('one_person_per_national_number', ['type', 'countryCode', 'lookUp'], { unique: true })
@Index('national_number_of_person', ['personId'])
export class NationalNumber {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') personId!: string;
  @ManyToOne(() => Person, { nullable: false, onDelete: 'RESTRICT' })
  person!: Relation<Person>;

  @Column({ type: 'enum', enum: NationalNumberType, enumName: 'national_number_type' })
  type!: NationalNumberType;

  /** Of the state that gave it. */
  @Column('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'country_code', referencedColumnName: 'code' })
  country!: Relation<Country>;

  /** AES-256-GCM: nonce, tag, text. */
  @Column('bytea') sealed!: Buffer;

  /** The key it was sealed with. */
  @Column('smallint') keyVersion!: number;

  /** HMAC-SHA-256 under another key, by which the same number is found again. */
  @Column('bytea') lookUp!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
