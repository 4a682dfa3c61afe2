import { Column } from 'typeorm';
import { LegalVerification } from './law.enums.js';

/** Text by canonical language; English is always there. */
export type Texts = Record<string, string>;

/** Columns of every record of the register: where it comes from, and how far that was checked. */
export abstract class LegalColumns {
  @Column('text') source!: string;

  @Column({ type: 'enum', enum: LegalVerification, enumName: 'verification' })
  verification!: LegalVerification;

  /** A remark in English for those who keep the register; null: none. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
