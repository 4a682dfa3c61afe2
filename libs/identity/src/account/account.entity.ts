import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../person/person.entity.js';

/** What a person signs in with. */
@Entity()
@Index('account_email', ['email'], { unique: true })
@Index('one_account_per_person', ['personId'], { unique: true })
export class Account {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') personId!: string;
  @ManyToOne(() => Person, { nullable: false, onDelete: 'RESTRICT' })
  person!: Relation<Person>;

  /** Lower case, without blanks around it. */
  @Column('text') email!: string;

  /** argon2id. */
  @Column('text') passwordHash!: string;

  /** Null: in use. */
  @Column({ type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
