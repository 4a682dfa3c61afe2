import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A human. Names as documents write them: family name, given name, patronymic. */
@Entity()
export class Person {
  @PrimaryColumn('uuid') id!: string;

  @Column('text') familyName!: string;
  @Column('text') givenName!: string;

  /** Null: has none; many Kazakhs and Afghans do not. */
  @Column({ type: 'text', nullable: true })
  patronymic!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  get fullName(): string {
    return [this.familyName, this.givenName, this.patronymic].filter(Boolean).join(' ');
  }
}
