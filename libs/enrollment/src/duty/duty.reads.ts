import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { allowedIn, mayBelow, mayIn, todaySql } from '#identity';
import { isId, Nodes, type Page, type PageArgs, PLANNED_EACH_TIME, paginate, type Viewer } from '#platform';
import type { TrainingDutyFilter } from './duties.args.js';
import { DutyStatus } from './duty.enums.js';
import { IN_FORCE, STANDS } from './duty.rules.js';
import type { TrainingDutyCounts } from './duty.type.js';
import { DutyCounts } from './duty-counts.js';
import { TrainingDuty } from './training-duty.entity.js';
import { TrainingRule } from './training-rule.entity.js';

const BY_DEADLINE = { by: 'duty.dueAt', type: 'timestamptz', tie: 'duty.id' } as const;

type Narrowing = Omit<TrainingDutyFilter, 'statuses'>;

/** Those of a federation are read in order and asked whether they belong; those of a branch are gathered and sorted. */
const BELOW = `${PLANNED_EACH_TIME} EXISTS (SELECT FROM organization_closure below
  WHERE below.ancestor_id = :organizationId AND below.descendant_id = duty.organization_id)`;

/** A person sees their own duties; officers those in their organization, and below it where their grant reaches so far. */
@Injectable()
export class DutyReads implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly dutyCounts: DutyCounts,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('TrainingDuty', (id, { viewer }) => this.find(id, viewer));
    this.nodes.register('TrainingRule', (id, { viewer }) => this.findRule(id, viewer));
  }

  ofPerson(personId: string, page: PageArgs): Promise<Page<TrainingDuty>> {
    return paginate(this.inForce().andWhere('duty.personId = :personId', { personId }), page, BY_DEADLINE);
  }

  /** Those due first come first; null when there is no such organization, or it is not for this viewer to see. */
  async inOrganization(
    viewer: Viewer,
    organizationId: string,
    { statuses, ...narrowing }: TrainingDutyFilter,
    page: PageArgs,
  ): Promise<Page<TrainingDuty> | null> {
    const rows = await this.seen(viewer, organizationId, narrowing);
    if (!rows) return null;
    const all = rows.clone();
    return paginate(standing(rows, statuses), page, BY_DEADLINE, async () => {
      return sum(ofStatuses(await this.dutyCounts.of(all), statuses));
    });
  }

  async counts(viewer: Viewer, organizationId: string, filter: TrainingDutyFilter): Promise<TrainingDutyCounts | null> {
    const { statuses, ...narrowing } = filter;
    const rows = await this.seen(viewer, organizationId, narrowing);
    return rows && ofStatuses(await this.dutyCounts.of(rows), statuses);
  }

  /** Rules that hold in an organization: its own and those of all above it, the oldest first. */
  rulesIn(organizationId: string, includeEnded: boolean, page: PageArgs): Promise<Page<TrainingRule>> {
    const rows = this.database.createQueryBuilder(TrainingRule, 'rule').where(
      `EXISTS (SELECT FROM organization_closure above
           WHERE above.descendant_id = :organizationId AND above.ancestor_id = rule.organization_id)`,
      { organizationId },
    );
    if (!includeEnded) rows.andWhere(`(rule.validTo IS NULL OR rule.validTo > ${todaySql('rule.organizationId')})`);
    return paginate(rows, page, { by: 'rule.createdAt', type: 'timestamptz', tie: 'rule.id' });
  }

  private async find(id: string, viewer: Viewer | null): Promise<TrainingDuty | null> {
    if (!viewer || !isId(id)) return null;
    const ofOfficers = allowedIn('duty.organization_id', viewer, 'training.read');
    return this.inForce()
      .andWhere('duty.id = :id', { id })
      .andWhere(`(duty.personId = :personId OR ${ofOfficers.sql})`, {
        ...ofOfficers.parameters,
        personId: viewer.personId,
      })
      .getOne();
  }

  private async findRule(id: string, viewer: Viewer | null): Promise<TrainingRule | null> {
    return viewer && isId(id) ? this.database.manager.findOneBy(TrainingRule, { id }) : null;
  }

  private async seen(
    viewer: Viewer,
    organizationId: string,
    filter: Narrowing,
  ): Promise<SelectQueryBuilder<TrainingDuty> | null> {
    const { manager } = this.database;
    if (await mayBelow(manager, viewer, 'training.read', organizationId)) {
      return narrowed(this.inForce().andWhere(BELOW, { organizationId }), filter);
    }
    if (!(await mayIn(manager, viewer, 'training.read', organizationId))) return null;
    return narrowed(this.inForce().andWhere('duty.organizationId = :organizationId', { organizationId }), filter);
  }

  private inForce(): SelectQueryBuilder<TrainingDuty> {
    return this.database.createQueryBuilder(TrainingDuty, 'duty').where(IN_FORCE);
  }
}

function standing(
  rows: SelectQueryBuilder<TrainingDuty>,
  statuses: TrainingDutyFilter['statuses'],
): SelectQueryBuilder<TrainingDuty> {
  return statuses?.length ? rows.andWhere(`(${statuses.map((status) => `(${STANDS[status]})`).join(' OR ')})`) : rows;
}

/** Everybody stands in one way at a time. */
function ofStatuses(counts: TrainingDutyCounts, statuses: TrainingDutyFilter['statuses']): TrainingDutyCounts {
  const asked = (status: DutyStatus, count: number) => (!statuses?.length || statuses.includes(status) ? count : 0);
  return {
    due: asked(DutyStatus.DUE, counts.due),
    booked: asked(DutyStatus.BOOKED, counts.booked),
    late: asked(DutyStatus.LATE, counts.late),
    learned: asked(DutyStatus.LEARNED, counts.learned),
  };
}

function sum({ due, booked, late, learned }: TrainingDutyCounts): number {
  return due + booked + late + learned;
}

function narrowed(
  rows: SelectQueryBuilder<TrainingDuty>,
  { roleCodes, ruleId }: Narrowing,
): SelectQueryBuilder<TrainingDuty> {
  if (roleCodes?.length) rows.andWhere('duty.roleCode IN (:...roleCodes)', { roleCodes });
  if (ruleId) rows.andWhere('duty.ruleId = :ruleId', { ruleId });
  return rows;
}
