import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '#identity';

/** How an account wants its notices. An account without a row wants all of them, in the language of the matter. */
@Entity()
@Index('notice_preference_account', ['accountId'], { unique: true })
export class NoticePreference {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  account!: Relation<Account>;

  /** Null: the language of the matter. */
  @Column({ type: 'text', nullable: true })
  locale!: string | null;

  /** Kinds of notices not to be sent. */
  @Column('text', { array: true, default: '{}' })
  muted!: string[];

  /** Signs the links that unsubscribe this account without a sign-in. Changing it makes the old links worthless. */
  @Column('uuid') unsubscribeKey!: string;
}
