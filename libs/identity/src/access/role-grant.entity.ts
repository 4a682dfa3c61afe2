import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '../account/account.entity.js';
import { Organization } from '../organization/organization.entity.js';
import { GrantScope, Role } from './roles.js';

/** A role an account has in an organization, for it alone or for all below it, from-to. Never deleted, only revoked. */
@Entity()
@Index('role_grant_account', ['accountId', 'organizationId'])
@Index('role_grant_organization', ['organizationId'], { where: '"revoked_at" IS NULL' })
@Check('role_grant_period', '"valid_to" IS NULL OR "valid_to" > "valid_from"')
export class RoleGrant {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  account!: Relation<Account>;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  @Column({ type: 'enum', enum: Role, enumName: 'role' })
  role!: Role;

  @Column({ type: 'enum', enum: GrantScope, enumName: 'grant_scope' })
  scope!: GrantScope;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  validFrom!: Date;

  /** Null: without end. */
  @Column({ type: 'timestamptz', nullable: true })
  validTo!: Date | null;

  /** Null: granted from the console of the machine. */
  @Column({ type: 'uuid', nullable: true })
  grantedByAccountId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
