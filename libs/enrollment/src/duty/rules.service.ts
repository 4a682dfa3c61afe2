import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CourseNotFound, CourseRetired } from '#catalog';
import { LegalRequirement } from '#curriculum';
import { holdOpen, mayIn, Organization, todayIn } from '#identity';
import { Acts, newId, type Reason, type RequestContext, refuse, type Viewer } from '#platform';
import { ReferenceLists } from '#reference';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { RuleBasis } from './duty.enums.js';
import { ruleChanged } from './duty.jobs.js';
import type {
  ChangeTrainingRuleInput,
  CreateTrainingRuleInput,
  EndTrainingRuleInput,
  TrainingRuleTermsInput,
} from './rule.inputs.js';
import {
  LegalRequirementUnknown,
  RefreshTooSoon,
  TrainingRuleChangedMeanwhile,
  TrainingRuleEnded,
  TrainingRuleEndsBeforeStart,
  TrainingRuleNotFound,
} from './rule.reasons.js';
import { TrainingRule } from './training-rule.entity.js';

/** The shortest month: what is to be learned again after it must have been learnable before. */
const SHORTEST_MONTH = 28;

/** What organizations ask the holders of offices to learn. Duties follow by a job of the same transaction. */
@Injectable()
export class TrainingRules {
  constructor(
    private readonly acts: Acts,
    private readonly reference: ReferenceLists,
  ) {}

  /** Refuses with the reasons of CreateTrainingRuleError. */
  create(asked: RequestContext, viewer: Viewer, input: CreateTrainingRuleInput): Promise<TrainingRule> {
    const { organizationId, roleCode, validTo = null } = input;
    const act = { name: 'createTrainingRule', input, details: { organizationId, roleCode, ...termsOf(input) } };
    return this.acts.perform(asked, act, async (tx) => {
      const organization = await holdOpen(tx, viewer, { id: organizationId, permission: 'training.require' });
      const unknown = await this.reference.unknownCodes(tx, { roles: [roleCode] }, { roles: ['roleCode'] });
      if (unknown.length > 0) refuse(...unknown);
      await assertTerms(tx, input);
      const validFrom = input.validFrom ?? todayIn(organization, await databaseNow(tx));
      if (validTo && validTo < validFrom) refuse(new TrainingRuleEndsBeforeStart('validTo'));

      const named = { id: newId(), organizationId: organization.id, roleCode, createdByAccountId: viewer.accountId };
      const rule = tx.create(TrainingRule, { ...named, ...termsOf(input), validFrom, validTo, revision: 1 });
      await tx.insert(TrainingRule, rule);
      await saveCourses(tx, rule.id, input.courseIds);
      await ruleChanged(tx, rule.id);
      return rule;
    });
  }

  /** Puts other terms in the place of those it has; of two at once, one is told. Refuses with the reasons of ChangeTrainingRuleError. */
  change(asked: RequestContext, viewer: Viewer, input: ChangeTrainingRuleInput): Promise<TrainingRule> {
    const act = { name: 'changeTrainingRule', input, details: termsOf(input) };
    return this.acts.perform(asked, act, async (tx) => {
      const { rule, today } = await lockRule(tx, viewer, input.ruleId);
      if (rule.revision !== input.expectedRevision) refuse(new TrainingRuleChangedMeanwhile(rule.revision));
      if (rule.validTo && rule.validTo <= today) refuse(new TrainingRuleEnded());
      await assertTerms(tx, input);

      Object.assign(rule, termsOf(input), { revision: rule.revision + 1 });
      await tx.update(TrainingRule, { id: rule.id }, { ...termsOf(input), revision: rule.revision });
      await saveCourses(tx, rule.id, input.courseIds);
      await ruleChanged(tx, rule.id);
      return rule;
    });
  }

  /** Ends a rule, or ends it earlier; one that has ended by then stays as it is. Refuses with the reasons of EndTrainingRuleError. */
  end(asked: RequestContext, viewer: Viewer, input: EndTrainingRuleInput): Promise<TrainingRule> {
    const act = { name: 'endTrainingRule', input, details: { endsOn: input.endsOn ?? null } };
    return this.acts.perform(asked, act, async (tx) => {
      const { rule, today } = await lockRule(tx, viewer, input.ruleId);
      const day = input.endsOn ?? today;
      if (rule.validTo && rule.validTo <= day) return rule;
      if (day < rule.validFrom) refuse(new TrainingRuleEndsBeforeStart('endsOn'));
      Object.assign(rule, { validTo: day, revision: rule.revision + 1 });
      await tx.update(TrainingRule, { id: rule.id }, { validTo: day, revision: rule.revision });
      await ruleChanged(tx, rule.id);
      return rule;
    });
  }
}

async function lockRule(tx: EntityManager, viewer: Viewer, id: string): Promise<{ rule: TrainingRule; today: string }> {
  const rule = await tx.findOne(TrainingRule, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!rule || !(await mayIn(tx, viewer, 'training.require', rule.organizationId))) refuse(new TrainingRuleNotFound());
  const organization = await tx.findOneByOrFail(Organization, { id: rule.organizationId });
  return { rule, today: todayIn(organization, await databaseNow(tx)) };
}

function termsOf({
  kinds = [],
  withinDays,
  acceptedDaysBefore = null,
  refreshMonths = null,
  legalRequirementId = null,
}: TrainingRuleTermsInput) {
  const basis = legalRequirementId ? RuleBasis.LEGAL_REQUIREMENT : RuleBasis.OWN_CHOICE;
  return { kinds, withinDays, acceptedDaysBefore, refreshMonths, basis, legalRequirementId };
}

/** Refuses with CourseNotFound, CourseRetired, LegalRequirementUnknown, RefreshTooSoon. */
async function assertTerms(tx: EntityManager, terms: TrainingRuleTermsInput): Promise<void> {
  const { courseIds, withinDays, refreshMonths, legalRequirementId } = terms;
  const missing = await missingCourses(tx, courseIds);
  if (missing.length > 0) refuse(...missing);
  if (refreshMonths && refreshMonths * SHORTEST_MONTH <= withinDays) refuse(new RefreshTooSoon());
  if (legalRequirementId && !(await tx.existsBy(LegalRequirement, { id: legalRequirementId }))) {
    refuse(new LegalRequirementUnknown());
  }
}

/** Held until the transaction ends, so that none is retired meanwhile. One never published looks as if it were not there. */
async function missingCourses(tx: EntityManager, courseIds: readonly string[]): Promise<Reason[]> {
  const rows: { id: string; retiredAt: Date | null }[] = await tx.query(
    `SELECT id, retired_at AS "retiredAt" FROM course WHERE id = ANY($1) AND published_version_id IS NOT NULL
     ORDER BY id FOR SHARE`,
    [courseIds],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return courseIds.flatMap((id, place): Reason[] => {
    const [course, path] = [known.get(id.toLowerCase()), ['courseIds', String(place)]];
    if (!course) return [new CourseNotFound(path)];
    return course.retiredAt ? [new CourseRetired(course.retiredAt, path)] : [];
  });
}

async function saveCourses(tx: EntityManager, ruleId: string, courseIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM training_rule_course WHERE rule_id = $1 AND course_id <> ALL ($2::uuid[])', [
    ruleId,
    courseIds,
  ]);
  await tx.query(
    'INSERT INTO training_rule_course (rule_id, course_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
    [ruleId, courseIds],
  );
}
