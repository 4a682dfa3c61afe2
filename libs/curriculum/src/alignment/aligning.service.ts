import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Acts, newId, type Reason, type RequestContext, refuse, type Viewer } from '#platform';
import { Curricula } from '../curriculum/curricula.service.js';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import { lockCurriculum } from '../curriculum/curriculum.locks.js';
import { originOf, type RequirementOrigin } from '../law/requirement.queries.js';
import { ModuleNotFound, OutcomeNotFound } from '../module/module.reasons.js';
import { RequirementNotFound, RequirementOfAnotherCountry } from '../variant/variant.reasons.js';
import { Alignment, AlignmentState } from './alignment.entity.js';
import type { AlignModuleInput } from './alignment.input.js';
import { HoursOnlyOfAPart, NotApplicableNeedsReason, RequirementSuperseded } from './alignment.reasons.js';
import { Alignments } from './alignments.js';
import { Coverage } from './engine.types.js';

/** What editors judge. */
@Injectable()
export class Aligning {
  constructor(
    private readonly acts: Acts,
    private readonly alignments: Alignments,
    private readonly curricula: Curricula,
    private readonly loaders: CurriculumLoaders,
  ) {}

  /**
   * Judges a module, or one of its outcomes, against a requirement, in place of an earlier judgment of the two.
   * Refuses with CurriculumNotFound, ModuleNotFound, OutcomeNotFound, RequirementNotFound, RequirementOfAnotherCountry,
   * RequirementSuperseded, NotApplicableNeedsReason, HoursOnlyOfAPart.
   */
  async align(asked: RequestContext, viewer: Viewer, input: AlignModuleInput): Promise<Alignment> {
    const curriculum = await this.curricula.assertMay(viewer, 'curriculum.edit', input.curriculumId);
    const outcomeIds = await this.outcomesOf(curriculum, input.moduleId.toLowerCase(), asked);
    const { requirementId, moduleId, outcomeId, coverage } = input;
    const isOfAPart = coverage === Coverage.COVERS_PARTLY || (coverage === Coverage.COVERS && !!outcomeId);
    const details = { requirementId, moduleId, ...(outcomeId && { outcomeId }), coverage };
    return this.acts.perform(asked, { name: 'alignModule', input, details }, async (tx) => {
      await lockCurriculum(tx, curriculum.id);
      const faults: Reason[] = [
        ...(outcomeIds ? [] : [new ModuleNotFound(moduleId)]),
        ...(outcomeIds && outcomeId && !outcomeIds.includes(outcomeId.toLowerCase())
          ? [new OutcomeNotFound(outcomeId)]
          : []),
        ...(coverage === Coverage.NOT_APPLICABLE && !input.reason ? [new NotApplicableNeedsReason()] : []),
        ...(input.hours && !isOfAPart ? [new HoursOnlyOfAPart()] : []),
      ];
      if (faults.length > 0) refuse(...faults);
      const origin = await newestRequirement(tx, curriculum, input.requirementId);
      return write(tx, input, origin);
    });
  }

  /** Outcomes of a module as the curriculum holds it; null: it does not hold it. */
  private async outcomesOf(
    curriculum: Curriculum,
    moduleId: string,
    asked: RequestContext,
  ): Promise<readonly string[] | null> {
    const [latest] = await this.loaders.versionsOf.of(asked).load(curriculum.id);
    const { modules } = latest ? await this.alignments.factsOf(latest, asked) : { modules: [] };
    return modules.find((module) => module.moduleId === moduleId)?.outcomeIds ?? null;
  }
}

/** Holds the act still: a new edition recorded at this moment waits, and finds this judgment among the old ones. */
async function newestRequirement(tx: EntityManager, curriculum: Curriculum, id: string): Promise<RequirementOrigin> {
  const origin = await originOf(tx, id);
  if (!origin) refuse(new RequirementNotFound());
  if (curriculum.countryCode && curriculum.countryCode !== origin.countryCode) {
    refuse(new RequirementOfAnotherCountry(origin.countryCode, curriculum.countryCode));
  }
  await tx.query('SELECT id FROM legal_act WHERE id = $1 FOR SHARE', [origin.actId]);
  const [newest]: { editionId: string; requirementId: string | null }[] = await tx.query(
    `SELECT edition.id AS "editionId", requirement.id AS "requirementId" FROM legal_act_edition edition
     LEFT JOIN legal_requirement requirement ON requirement.edition_id = edition.id AND requirement.code = $2
     WHERE edition.act_id = $1 ORDER BY edition.in_force_from DESC NULLS LAST LIMIT 1`,
    [origin.actId, origin.code],
  );
  if (newest?.editionId !== origin.editionId) refuse(new RequirementSuperseded(newest?.requirementId ?? null));
  return origin;
}

async function write(tx: EntityManager, input: AlignModuleInput, origin: RequirementOrigin): Promise<Alignment> {
  const { curriculumId, moduleId, coverage } = input;
  const outcomeId = input.outcomeId ?? null;
  const known = await tx.findOneBy(Alignment, {
    curriculumId,
    moduleId,
    outcomeId: outcomeId ?? IsNull(),
    actId: origin.actId,
    requirementCode: origin.code,
  });
  const alignment = tx.create(Alignment, {
    id: known?.id ?? newId(),
    curriculumId,
    moduleId,
    outcomeId,
    requirementId: origin.id,
    actId: origin.actId,
    requirementCode: origin.code,
    coverage,
    hours: input.hours ? String(input.hours) : null,
    reason: input.reason ?? null,
    state: AlignmentState.CURRENT,
    changedAt: new Date(),
  });
  if (known) await tx.update(Alignment, { id: known.id }, alignment);
  else await tx.insert(Alignment, alignment);
  return alignment;
}
