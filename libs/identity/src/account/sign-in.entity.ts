import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity.js';

/** A token somebody holds. Only its hash is kept, so a copy of the table signs nobody in. */
@Entity()
@Index('sign_in_token', { synchronize: false })
@Index('sign_in_account', ['accountId'])
export class SignIn {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account!: Relation<Account>;

  /** SHA-256 of the token. */
  @Column('bytea') tokenHash!: Buffer;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz') expiresAt!: Date;

  /** Null: not signed out. */
  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
