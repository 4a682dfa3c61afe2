import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LegalRequirement } from '#curriculum';
import { Account, Organization, OrganizationKind } from '#identity';
import { TrainingRole } from '#reference';
import { RuleBasis } from './duty.enums.js';

/** What an organization asks the holders of an office to learn, there and in everything below it. Never deleted, only ended. */
@Entity()
@Index('training_rule_of_organization', ['organizationId', 'roleCode'])
@Check('training_rule_days', '"within_days" BETWEEN 1 AND 3650 AND "accepted_days_before" BETWEEN 0 AND 36500')
@Check('training_rule_refresh', '"refresh_months" BETWEEN 1 AND 240 AND "refresh_months" * 28 > "within_days"')
@Check('training_rule_ends_after_start', '"valid_to" IS NULL OR "valid_to" >= "valid_from"')
@Check('training_rule_basis', `("basis" = 'LEGAL_REQUIREMENT') = ("legal_requirement_id" IS NOT NULL)`)
export class TrainingRule {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  @Column('text') roleCode!: string;
  @ManyToOne(() => TrainingRole, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'role_code', referencedColumnName: 'code' })
  role!: Relation<TrainingRole>;

  /** Kinds of organization whose offices are meant; empty: all. */
  @Column({ type: 'enum', enum: OrganizationKind, enumName: 'organization_kind', array: true })
  kinds!: OrganizationKind[];

  /** From the first day of the office, or of the rule where that is later. */
  @Column('int') withinDays!: number;

  /** How long before the office a completion may be and still count; null: however long. */
  @Column({ type: 'int', nullable: true })
  acceptedDaysBefore!: number | null;

  /** After how long it is to be learned again; null: never. */
  @Column({ type: 'int', nullable: true })
  refreshMonths!: number | null;

  /** ISO days; the last is the first on which it no longer holds. Null: no end is known. */
  @Column('date') validFrom!: string;
  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ type: 'enum', enum: RuleBasis, enumName: 'rule_basis' })
  basis!: RuleBasis;

  @Column({ type: 'uuid', nullable: true })
  legalRequirementId!: string | null;
  @ManyToOne(() => LegalRequirement, { nullable: true, onDelete: 'RESTRICT' })
  legalRequirement!: Relation<LegalRequirement> | null;

  /** Grows with every change, so that two officers do not overwrite each other unawares. */
  @Column({ type: 'int', default: 1 })
  revision!: number;

  @Column('uuid') createdByAccountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  createdByAccount!: Relation<Account>;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
