import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organization, OrganizationNotFound } from '#identity';
import { Acts, Authority, faults, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { ReferenceLists } from '#reference';
import { Curricula } from '../curriculum/curricula.service.js';
import { Curriculum } from '../curriculum/curriculum.entity.js';
import { lockCurriculum, openDraft, touch } from '../curriculum/curriculum.locks.js';
import { CurriculumVersion } from '../curriculum/curriculum-version.entity.js';
import { insertCurriculum } from '../curriculum/insert-curriculum.js';
import { OVERRIDES } from './override.rows.js';
import { writeOverride } from './override.writer.js';
import type { Override } from './program.js';
import { baseChanges, conflictsOf, mayKeep, RebaseChoice } from './rebase.rules.js';
import type {
  DeriveVariantInput,
  InheritModuleInput,
  OverrideModuleInput,
  RebaseResolutionInput,
  RebaseVariantInput,
} from './variant.input.js';
import {
  BaseNotPublished,
  NotAVariant,
  RebaseConflict,
  VariantExists,
  VariantNotBehind,
  VariantOfVariant,
} from './variant.reasons.js';

/** What editors do with the variants of a curriculum. */
@Injectable()
export class Variants {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly curricula: Curricula,
    private readonly reference: ReferenceLists,
  ) {}

  /**
   * Begins the variant for one country.
   * Refuses with CurriculumNotFound, OrganizationNotFound, VariantOfVariant, BaseNotPublished, VariantExists, UnknownCode.
   */
  async derive(asked: RequestContext, viewer: Viewer, input: DeriveVariantInput): Promise<Curriculum> {
    const base = await this.curricula.visible(viewer, input.curriculumId);
    const ownerId = input.ownerId ?? base.ownerId;
    const mayEdit = await this.authority.holdsIn(viewer, 'curriculum.edit', ownerId);
    const details = { countryCode: input.countryCode };
    return this.acts.perform(asked, { name: 'deriveVariant', input, details }, async (tx) => {
      if (!(await tx.existsBy(Organization, { id: ownerId }))) refuse(new OrganizationNotFound());
      if (!mayEdit) throw faults.forbidden();
      // Locked, so that two who derive at once do not both find no variant.
      const { baseId, publishedVersionId } = await lockCurriculum(tx, base.id);
      if (baseId) refuse(new VariantOfVariant(baseId));
      if (!publishedVersionId) refuse(new BaseNotPublished());
      const unknown = await this.reference.unknownCodes(
        tx,
        { countries: [input.countryCode] },
        { countries: ['countryCode'] },
      );
      if (unknown.length > 0) refuse(...unknown);
      if (await tx.existsBy(Curriculum, { baseId: base.id, countryCode: input.countryCode }))
        refuse(new VariantExists());

      const variant = await insertCurriculum(tx, { ownerId, baseId: base.id, countryCode: input.countryCode });
      await tx.insert(CurriculumVersion, {
        id: newId(),
        curriculumId: variant.id,
        number: 1,
        baseVersionId: publishedVersionId,
      });
      return variant;
    });
  }

  /**
   * Says of one module what the variant says otherwise.
   * Refuses with CurriculumNotFound, NotAVariant, ModuleNotFound, ModuleRepeated, OverrideIncomplete, HoursOutOfBounds,
   * TextRepeated, UnknownCode, RequirementNotFound, RequirementOfAnotherCountry.
   */
  override(asked: RequestContext, viewer: Viewer, input: OverrideModuleInput): Promise<Curriculum> {
    const details = { moduleId: input.moduleId, kind: input.kind };
    return this.change(asked, viewer, { name: 'overrideModule', input, details }, (tx, draft, variant) =>
      writeOverride(tx, this.reference, draft, variant, input),
    );
  }

  /** Takes back what the variant says of a module. Refuses with CurriculumNotFound, NotAVariant. */
  inherit(asked: RequestContext, viewer: Viewer, input: InheritModuleInput): Promise<Curriculum> {
    return this.change(asked, viewer, { name: 'inheritModule', input }, (tx, draft) =>
      forgetOverrides(tx, draft.id, [input.moduleId]),
    );
  }

  /**
   * Lets the draft follow the newest published version of the base.
   * Refuses with CurriculumNotFound, NotAVariant, VariantNotBehind, and a RebaseConflict for each that nobody settled.
   */
  rebase(asked: RequestContext, viewer: Viewer, input: RebaseVariantInput): Promise<Curriculum> {
    return this.change(asked, viewer, { name: 'rebaseVariant', input }, async (tx, draft, variant) => {
      const base = await tx.findOneByOrFail(Curriculum, { id: variant.baseId ?? '' });
      if (!base.publishedVersionId || base.publishedVersionId === draft.baseVersionId) refuse(new VariantNotBehind());
      await settle(tx, draft, base.publishedVersionId, input.resolutions);
      await tx.update(CurriculumVersion, { id: draft.id }, { baseVersionId: base.publishedVersionId });
    });
  }

  private async change(
    asked: RequestContext,
    viewer: Viewer,
    act: { name: string; input: { curriculumId: string }; details?: object },
    work: (tx: EntityManager, draft: CurriculumVersion, variant: Curriculum) => Promise<unknown>,
  ): Promise<Curriculum> {
    await this.curricula.assertMay(viewer, 'curriculum.edit', act.input.curriculumId);
    return this.acts.perform(asked, act, async (tx) => {
      const variant = await lockCurriculum(tx, act.input.curriculumId);
      if (!variant.baseId) refuse(new NotAVariant());
      await work(tx, await openDraft(tx, variant), variant);
      await touch(tx, variant);
      return variant;
    });
  }
}

/** Takes away the overrides that give way to the base; refuses with every conflict that nobody settled. */
async function settle(
  tx: EntityManager,
  draft: CurriculumVersion,
  newestId: string,
  resolutions: readonly RebaseResolutionInput[],
): Promise<void> {
  const overrides: Override[] = await tx.query(OVERRIDES, [[draft.id]]);
  const changes = baseChanges(await heldBy(tx, draft.baseVersionId), await heldBy(tx, newestId));
  const conflicts = conflictsOf(changes, overrides);
  const choice = (moduleId: string) => resolutions.find((it) => it.moduleId.toLowerCase() === moduleId)?.choice;
  const open = conflicts.filter((conflict) => {
    const chosen = choice(conflict.moduleId);
    return chosen !== RebaseChoice.TAKE_BASE && !(chosen === RebaseChoice.KEEP_OVERRIDE && mayKeep(conflict));
  });
  if (open.length > 0) refuse(...open.map(({ moduleId, kind }) => new RebaseConflict(moduleId, kind)));
  const given = conflicts.filter(({ moduleId }) => choice(moduleId) === RebaseChoice.TAKE_BASE);
  await forgetOverrides(
    tx,
    draft.id,
    given.map(({ moduleId }) => moduleId),
  );
}

async function forgetOverrides(tx: EntityManager, versionId: string, moduleIds: readonly string[]): Promise<void> {
  for (const table of ['curriculum_override', 'curriculum_override_translation']) {
    await tx.query(`DELETE FROM ${table} WHERE version_id = $1 AND module_id = ANY($2::uuid[])`, [
      versionId,
      moduleIds,
    ]);
  }
}

function heldBy(
  tx: EntityManager,
  versionId: string | null,
): Promise<{ moduleId: string; moduleVersionId: string; isElective: boolean }[]> {
  return tx.query(
    `SELECT module_id AS "moduleId", module_version_id AS "moduleVersionId", is_elective AS "isElective"
     FROM curriculum_placement WHERE version_id = $1 ORDER BY position`,
    [versionId],
  );
}
