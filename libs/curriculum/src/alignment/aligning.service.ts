import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, newId, type Reason, type RequestContext, refuse, type Viewer } from '#platform';
import { Curricula } from '../curriculum/curricula.service.js';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import { lockCurriculum } from '../curriculum/curriculum.locks.js';
import { originOf, type RequirementOrigin } from '../law/requirement.queries.js';
import { ModuleNotFound } from '../module/module.reasons.js';
import { Programs } from '../variant/programs.js';
import { RequirementNotFound, RequirementOfAnotherCountry } from '../variant/variant.reasons.js';
import { Alignment, AlignmentState } from './alignment.entity.js';
import type { AlignModuleInput } from './alignment.input.js';
import { HoursOnlyOfAPart, NotApplicableNeedsReason, RequirementSuperseded } from './alignment.reasons.js';
import { Coverage } from './engine.types.js';

/** What editors judge. */
@Injectable()
export class Aligning {
  constructor(
    private readonly acts: Acts,
    private readonly curricula: Curricula,
    private readonly loaders: CurriculumLoaders,
    private readonly programs: Programs,
  ) {}

  /**
   * Judges a module against a requirement, in place of an earlier judgment of the two.
   * Refuses with CurriculumNotFound, ModuleNotFound, RequirementNotFound, RequirementOfAnotherCountry,
   * RequirementSuperseded, NotApplicableNeedsReason, HoursOnlyOfAPart.
   */
  async align(asked: RequestContext, viewer: Viewer, input: AlignModuleInput): Promise<Alignment> {
    const curriculum = await this.curricula.assertMay(viewer, 'curriculum.edit', input.curriculumId);
    const holds = await this.holds(curriculum, input.moduleId.toLowerCase(), asked);
    const details = { requirementId: input.requirementId, moduleId: input.moduleId, coverage: input.coverage };
    return this.acts.perform(asked, { name: 'alignModule', input, details }, async (tx) => {
      await lockCurriculum(tx, curriculum.id);
      const faults: Reason[] = [
        ...(holds ? [] : [new ModuleNotFound(input.moduleId)]),
        ...(input.coverage === Coverage.NOT_APPLICABLE && !input.reason ? [new NotApplicableNeedsReason()] : []),
        ...(input.coverage !== Coverage.COVERS_PARTLY && input.hours ? [new HoursOnlyOfAPart()] : []),
      ];
      if (faults.length > 0) refuse(...faults);
      const origin = await newestRequirement(tx, curriculum, input.requirementId);
      return write(tx, input, origin);
    });
  }

  private async holds(curriculum: Curriculum, moduleId: string, asked: RequestContext): Promise<boolean> {
    const [latest] = await this.loaders.versionsOf.of(asked).load(curriculum.id);
    const modules = latest ? await this.programs.of(latest, asked) : [];
    return modules.some((module) => module.moduleId === moduleId);
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
  const known = await tx.findOneBy(Alignment, {
    curriculumId,
    moduleId,
    actId: origin.actId,
    requirementCode: origin.code,
  });
  const alignment = tx.create(Alignment, {
    id: known?.id ?? newId(),
    curriculumId,
    moduleId,
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
