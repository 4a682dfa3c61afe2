import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allowedIn, apart } from '#identity';
import { BatchLoader, grouped, ofAnyLength } from '#platform';
import { ApprovalStepType } from './approval.type.js';
import { ApprovalStep } from './approval-step.entity.js';

/** What the viewer is to an enrollment: notes are for the person and those who decide, assessments for the latter. */
interface Standing {
  isOwn: boolean;
  decides: boolean;
}

@Injectable()
export class ApprovalLoaders {
  constructor(private readonly database: DataSource) {}

  /** The steps of an enrollment, in their order; empty: none is asked. */
  readonly ofEnrollment = new BatchLoader<string, ApprovalStepType[]>(
    async (enrollmentIds, { viewer }) => {
      if (!viewer) return new Map();
      const ofLayer = allowedIn('step.organization_id', viewer, 'enrollment.decide');
      const ofProvider = apart(allowedIn('offering.provider_id', viewer, 'enrollment.read'), 'provider');
      const { entities, raw } = await this.database
        .createQueryBuilder(ApprovalStep, 'step')
        .innerJoin('step.enrollment', 'enrollment')
        .innerJoin('enrollment.offering', 'offering')
        .addSelect('enrollment.person_id = :personId', 'is_own')
        .addSelect(`${ofLayer.sql} OR ${ofProvider.sql}`, 'decides')
        .where(`step.enrollmentId = ANY(${ofAnyLength(':enrollmentIds')})`, {
          enrollmentIds,
          personId: viewer.personId,
        })
        .setParameters({ ...ofLayer.parameters, ...ofProvider.parameters })
        .orderBy('step.enrollmentId')
        .addOrderBy('step.position')
        .getRawAndEntities<{ is_own: boolean; decides: boolean }>();
      const rows = entities.map((step, place) => ({ step, ...raw[place] }));
      const chains = grouped(rows, ({ step }) => step.enrollmentId);
      return new Map(
        [...chains].map(([id, chain]) => {
          const isOwn = chain.some((row) => row.is_own);
          const decides = chain.some((row) => row.decides) && !isOwn;
          return [id, chain.map(({ step }) => shown(step, { isOwn, decides }))];
        }),
      );
    },
    () => [],
  );
}

function shown(step: ApprovalStep, { isOwn, decides }: Standing): ApprovalStepType {
  const { motivation, relevance, preparedness, employerAgrees } = step;
  const isAssessed = decides && motivation !== null && relevance !== null && preparedness !== null;
  return Object.assign(new ApprovalStepType(), step, {
    skippedBecause: step.skipReason,
    assessment: isAssessed ? { motivation, relevance, preparedness, employerAgrees } : null,
    note: isOwn || decides ? step.note : null,
  });
}
