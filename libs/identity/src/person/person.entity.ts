import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A human. Names as documents write them: family name, given name, patronymic. */
@Entity()
@Index('person_born_on', ['bornOn'])
@Index('person_by_name_key', ['nameKeys'], { type: 'gin' })
@Unique(['id', 'sortName'])
@Check(
  'names_in_other_script_are_whole',
  `("other_family_name" IS NULL) = ("other_given_name" IS NULL) AND ("other_family_name" IS NOT NULL OR "other_patronymic" IS NULL)`,
)
export class Person {
  @PrimaryColumn('uuid') id!: string;

  @Column('text') familyName!: string;
  @Column('text') givenName!: string;

  /** Null: has none; many Kazakhs and Afghans do not. */
  @Column({ type: 'text', nullable: true })
  patronymic!: string | null;

  /** The same name in another script; null: not known. */
  @Column({ type: 'text', nullable: true })
  otherFamilyName!: string | null;
  @Column({ type: 'text', nullable: true })
  otherGivenName!: string | null;
  @Column({ type: 'text', nullable: true })
  otherPatronymic!: string | null;

  /** ISO day; null: not known. */
  @Column({ type: 'date', nullable: true })
  bornOn!: string | null;

  /** Mailbox to write to, which need not be that of the account; null: not known. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  /** The name folded, in each spelling and script, by which the same human is found again. */
  @Column({ type: 'text', array: true, default: {}, select: false })
  nameKeys!: string[];

  /** Written by the database: the name in document order, which lists are sorted by. */
  @Column({ type: 'text', collation: 'und-x-icu', default: '', select: false })
  sortName!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  get fullName(): string {
    return [this.familyName, this.givenName, this.patronymic].filter(Boolean).join(' ');
  }
}
