import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity.js';

/** How many members an organization said it had on a day. Never changed: a correction is a later report of that day. */
@Entity()
@Index('member_count_of_organization', { synchronize: false })
@Check('members_are_counted_from_zero', '"members" >= 0')
export class MemberCount {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  /** ISO day. */
  @Column('date') countedOn!: string;

  @Column('int') members!: number;

  /** Where the number comes from; null: counted by the organization itself. */
  @Column({ type: 'text', nullable: true })
  source!: string | null;

  /** Null: entered from the console. */
  @Column({ type: 'uuid', nullable: true })
  reportedByAccountId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  reportedAt!: Date;
}
