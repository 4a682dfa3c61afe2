import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '#identity';
import { Offering } from '../offering/offering.entity.js';

/** What one officer recorded about the endings of an offering in one call; never changed afterwards. */
@Entity()
@Index('completion_sheet_by_offering', ['offeringId', 'id'])
export class CompletionSheet {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') offeringId!: string;
  @ManyToOne(() => Offering, { nullable: false, onDelete: 'RESTRICT' })
  offering!: Relation<Offering>;

  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  account!: Relation<Account>;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
