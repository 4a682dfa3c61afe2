import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { allowedIn, apart, OrganizationAccess } from '#identity';
import {
  Binds,
  isId,
  Keyset,
  NestedList,
  Nodes,
  type Page,
  type PageAhead,
  type PageArgs,
  type PageUnder,
  paginate,
  type RequestContext,
  readPlannedPage,
  readRows,
  type SortedBy,
  type Viewer,
} from '#platform';
import { ApprovalStep } from '../approval/approval-step.entity.js';
import type { Offering } from '../offering/offering.entity.js';
import type { EnrollmentFilter } from './enrollment.args.js';
import { Enrollment } from './enrollment.entity.js';
import { planEnrollments } from './enrollment.plan.js';

const BY_REQUEST: SortedBy[] = [
  { column: 'enrollment.requested_at', type: 'timestamptz' },
  { column: 'enrollment.id', type: 'uuid' },
];
const FIRST_COME = new Keyset(BY_REQUEST);
const NEWEST = new Keyset(BY_REQUEST, 'DESC');

interface EnrollmentsUnder extends PageUnder {
  filter: EnrollmentFilter;
}

/** Reading places: a person sees their own, a provider those in its offerings, officers those they named or decide about. */
@Injectable()
export class EnrollmentReads implements OnModuleInit {
  private readonly inOfferings: NestedList<Enrollment, EnrollmentsUnder>;

  constructor(
    private readonly database: DataSource,
    private readonly access: OrganizationAccess,
    private readonly nodes: Nodes,
  ) {
    this.inOfferings = new NestedList(database, {
      row: Enrollment,
      alias: 'enrollment',
      from: ({ filter }, binds) =>
        `enrollment WHERE enrollment.offering_id = parent.id AND ${narrowing(filter, binds)}`,
      order: FIRST_COME,
    });
  }

  onModuleInit(): void {
    this.nodes.register('Enrollment', (id, { viewer }) => this.find(id, viewer));
  }

  /** One enrollment, or null when there is none that the viewer may see. */
  async find(id: string, viewer: Viewer | null): Promise<Enrollment | null> {
    if (!viewer || !isId(id)) return null;
    const ofProvider = apart(allowedIn('offering.provider_id', viewer, 'enrollment.read'), 'provider');
    const ofRecommender = apart(
      allowedIn('enrollment.recommended_by_id', viewer, 'enrollment.nominate'),
      'recommender',
    );
    const ofLayer = apart(allowedIn('step.organization_id', viewer, 'enrollment.decide'), 'layer');
    const isAsked = `EXISTS (SELECT FROM approval_step step WHERE step.enrollment_id = enrollment.id AND ${ofLayer.sql})`;
    return this.all()
      .innerJoin('enrollment.offering', 'offering')
      .where('enrollment.id = :id', { id })
      .andWhere(`(enrollment.personId = :personId OR ${ofProvider.sql} OR ${ofRecommender.sql} OR ${isAsked})`)
      .setParameters({
        personId: viewer.personId,
        ...ofProvider.parameters,
        ...ofRecommender.parameters,
        ...ofLayer.parameters,
      })
      .getOne();
  }

  /** A person’s own, newest first. */
  ofPerson(
    personId: string,
    filter: EnrollmentFilter,
    page: PageArgs,
    reading: { asked: RequestContext; looked: PageAhead },
  ): Promise<Page<Enrollment>> {
    const among = (binds: Binds) => `enrollment.person_id = ${binds.of(personId)} AND ${narrowing(filter, binds)}`;
    return this.list(among, NEWEST, page, reading);
  }

  /** Everybody in an offering, first come first; null when they are not for this viewer to see. */
  async ofOffering(
    { id, providerId }: Offering,
    filter: EnrollmentFilter,
    { first, after }: PageArgs,
    { asked, looked }: { asked: RequestContext; looked: PageAhead },
  ): Promise<Page<Enrollment> | null> {
    if (!(await this.access.readsEnrollments.of(asked).load(providerId))) return null;
    const plan = planEnrollments(this.database, looked.selection);
    return this.inOfferings.pages.of(asked).load({ parentId: id, first, after, plan, filter });
  }

  /** What waits for this viewer’s decision in any layer, longest first. Nobody decides about themselves. */
  toDecide({ accountId, personId }: Pick<Viewer, 'accountId' | 'personId'>, page: PageArgs): Promise<Page<Enrollment>> {
    const decidable = allowedIn('step.organization_id', { accountId }, 'enrollment.decide');
    const rows = this.all()
      .innerJoin(ApprovalStep, 'step', `step.enrollmentId = enrollment.id AND step.state = 'PENDING'`)
      .where(decidable.sql, decidable.parameters)
      .andWhere('enrollment.personId <> :personId', { personId });
    return paginate(rows, page, { by: 'step.askedAt', type: 'timestamptz', tie: 'enrollment.id' });
  }

  private list(
    among: (binds: Binds) => string,
    order: Keyset,
    page: PageArgs,
    { asked, looked: { selection, needs } }: { asked: RequestContext; looked: PageAhead },
  ): Promise<Page<Enrollment>> {
    const binds = new Binds();
    const list = {
      row: Enrollment,
      alias: 'enrollment',
      from: `enrollment WHERE ${among(binds)}`,
      order,
      plan: planEnrollments(this.database, selection),
      count: () => this.count(among),
    };
    return readPlannedPage(this.database, { ...list, asked, binds, needs }, page);
  }

  private async count(among: (binds: Binds) => string): Promise<number> {
    const binds = new Binds();
    const [row]: { count: number }[] = await readRows(
      this.database,
      `SELECT count(*)::int AS count FROM enrollment WHERE ${among(binds)}`,
      binds.values,
    );
    return row?.count ?? 0;
  }

  private all(): SelectQueryBuilder<Enrollment> {
    return this.database.createQueryBuilder(Enrollment, 'enrollment');
  }
}

function narrowing({ seats, approvals, completions }: EnrollmentFilter, { of }: Binds): string {
  return [
    'true',
    seats?.length && `enrollment.seat = ANY(${of(seats)}::seat_state[])`,
    approvals?.length && `enrollment.approval = ANY(${of(approvals)}::approval_state[])`,
    completions?.length && `enrollment.completion = ANY(${of(completions)}::completion[])`,
  ]
    .filter(Boolean)
    .join(' AND ');
}
