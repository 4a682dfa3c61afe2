import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { allowedIn } from '#identity';
import { Authority, isId, Nodes, type Page, type PageArgs, paginate, type Viewer } from '#platform';
import { ApprovalStep } from '../approval/approval-step.entity.js';
import type { Offering } from '../offering/offering.entity.js';
import type { EnrollmentFilter } from './enrollment.args.js';
import { Enrollment } from './enrollment.entity.js';
import { apart } from './predicates.js';

/** Reading places: a person sees their own, a provider those in its offerings, officers those they named or decide about. */
@Injectable()
export class EnrollmentReads implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly nodes: Nodes,
  ) {}

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
  ofPerson(personId: string, filter: EnrollmentFilter, page: PageArgs): Promise<Page<Enrollment>> {
    const rows = narrowed(this.all().where('enrollment.personId = :personId', { personId }), filter);
    return paginate(rows, page, {
      by: 'enrollment.requestedAt',
      type: 'timestamptz',
      tie: 'enrollment.id',
      direction: 'DESC',
    });
  }

  /** Everybody in an offering, first come first; null when they are not for this viewer to see. */
  async ofOffering(
    offering: Offering,
    viewer: Viewer | null,
    filter: EnrollmentFilter,
    page: PageArgs,
  ): Promise<Page<Enrollment> | null> {
    if (!viewer || !(await this.authority.holdsIn(viewer, 'enrollment.read', offering.providerId))) return null;
    const rows = narrowed(this.all().where('enrollment.offeringId = :id', { id: offering.id }), filter);
    return paginate(rows, page, { by: 'enrollment.requestedAt', type: 'timestamptz', tie: 'enrollment.id' });
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

  private all(): SelectQueryBuilder<Enrollment> {
    return this.database.createQueryBuilder(Enrollment, 'enrollment');
  }
}

function narrowed(rows: SelectQueryBuilder<Enrollment>, { seats, approvals, completions }: EnrollmentFilter) {
  if (seats?.length) rows.andWhere('enrollment.seat IN (:...seats)', { seats });
  if (approvals?.length) rows.andWhere('enrollment.approval IN (:...approvals)', { approvals });
  if (completions?.length) rows.andWhere('enrollment.completion IN (:...completions)', { completions });
  return rows;
}
