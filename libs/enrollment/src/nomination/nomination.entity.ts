import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account, Organization } from '#identity';
import { Offering } from '../offering/offering.entity.js';

/** One letter of an organization that names people for an offering; its lines tell what became of each. */
@Entity()
@Index('nomination_by_organization', ['organizationId', 'id'])
@Index('nomination_by_offering', ['offeringId', 'id'])
export class Nomination {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') offeringId!: string;
  @ManyToOne(() => Offering, { nullable: false, onDelete: 'RESTRICT' })
  offering!: Relation<Offering>;

  /** Who recommends. */
  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  /** The officer who sent it. */
  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  account!: Relation<Account>;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
