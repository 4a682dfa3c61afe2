import { Injectable } from '@nestjs/common';
import { Organization, OrganizationNotFound } from '#identity';
import { Acts, Authority, faults, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { ReferenceLists } from '#reference';
import { RequirementNotMet } from '../alignment/alignment.reasons.js';
import { Alignments } from '../alignment/alignments.js';
import { today } from '../alignment/today.js';
import { ModuleNotFound } from '../module/module.reasons.js';
import { VariantInherits } from '../variant/variant.reasons.js';
import { writeContent } from './content.js';
import type { Curriculum } from './curriculum.entity.js';
import type {
  CreateCurriculumInput,
  PublishCurriculumInput,
  TakeModuleVersionInput,
  UpdateCurriculumInput,
} from './curriculum.input.js';
import { CurriculumLoaders } from './curriculum.loaders.js';
import { draftOf, lockCurriculum, openDraft, touch } from './curriculum.locks.js';
import {
  CurriculumHasNoModules,
  CurriculumNotFound,
  CurriculumUnchanged,
  ModuleIsNewest,
} from './curriculum.reasons.js';
import { writeStems } from './curriculum-stems.js';
import { CurriculumVersion } from './curriculum-version.entity.js';
import { assertSound, contentIn, placementsIn } from './given-content.js';
import { insertCurriculum } from './insert-curriculum.js';

/** What editors and publishers do with curricula. */
@Injectable()
export class Curricula {
  constructor(
    private readonly acts: Acts,
    private readonly alignments: Alignments,
    private readonly authority: Authority,
    private readonly loaders: CurriculumLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  /**
   * Begins a curriculum as a draft.
   * Refuses with OrganizationNotFound, TextRepeated, UnknownCode, ModuleRepeated, ModuleNotFound, RequiredModuleMissing,
   * ModuleCircle.
   */
  async create(asked: RequestContext, viewer: Viewer, input: CreateCurriculumInput): Promise<Curriculum> {
    const { ownerId } = input;
    const mayEdit = await this.authority.holdsIn(viewer, 'curriculum.edit', ownerId);
    return this.acts.perform(asked, { name: 'createCurriculum', input, details: { ownerId } }, async (tx) => {
      if (!(await tx.existsBy(Organization, { id: ownerId }))) refuse(new OrganizationNotFound());
      if (!mayEdit) throw faults.forbidden();
      const content = contentIn(input);
      await assertSound(tx, this.reference, content);
      const placements = await placementsIn(tx, input.modules ?? [], null);
      const curriculum = await insertCurriculum(tx, { ownerId });
      const versionId = newId();
      await tx.insert(CurriculumVersion, { id: versionId, curriculumId: curriculum.id, number: 1 });
      await writeContent(tx, versionId, { ...content, placements });
      return curriculum;
    });
  }

  /**
   * Changes the draft; a published curriculum gets the draft of its next version with the first change.
   * Refuses with CurriculumNotFound, CurriculumChangedMeanwhile, VariantInherits, and all that `create` refuses of the
   * content.
   */
  async update(asked: RequestContext, viewer: Viewer, input: UpdateCurriculumInput): Promise<Curriculum> {
    await this.assertMay(viewer, 'curriculum.edit', input.curriculumId);
    const content = contentIn(input);
    const act = { name: 'updateCurriculum', input, details: { changed: Object.keys(content) } };
    return this.acts.perform(asked, act, async (tx) => {
      const curriculum = await lockCurriculum(tx, input.curriculumId, input.expectedRevision);
      if (curriculum.baseId) assertInherits(input);
      await assertSound(tx, this.reference, content);
      const draft = await openDraft(tx, curriculum);
      const { modules } = input;
      const placements = modules === undefined ? undefined : await placementsIn(tx, modules ?? [], draft.id);
      await writeContent(tx, draft.id, { ...content, placements });
      await touch(tx, curriculum);
      return curriculum;
    });
  }

  /**
   * Puts the newest version of a module in place of the one the curriculum holds.
   * Refuses with CurriculumNotFound, ModuleNotFound, ModuleIsNewest.
   */
  async takeModuleVersion(asked: RequestContext, viewer: Viewer, input: TakeModuleVersionInput): Promise<Curriculum> {
    await this.assertMay(viewer, 'curriculum.edit', input.curriculumId);
    return this.acts.perform(asked, { name: 'takeModuleVersion', input }, async (tx) => {
      const curriculum = await lockCurriculum(tx, input.curriculumId);
      const draft = await openDraft(tx, curriculum);
      const [held] = await tx.query(
        `SELECT module_version_id = newest_version_id AS "isNewest" FROM curriculum_placement
         JOIN curriculum_module module ON module.id = module_id WHERE version_id = $1 AND module_id = $2`,
        [draft.id, input.moduleId],
      );
      if (!held) refuse(new ModuleNotFound(input.moduleId));
      if (held.isNewest) refuse(new ModuleIsNewest());
      await tx.query(
        `UPDATE curriculum_placement SET module_version_id = newest_version_id FROM curriculum_module module
         WHERE module.id = module_id AND version_id = $1 AND module_id = $2`,
        [draft.id, input.moduleId],
      );
      await touch(tx, curriculum);
      return curriculum;
    });
  }

  /**
   * Publishes the draft, which never changes again.
   * Refuses with CurriculumNotFound, CurriculumChangedMeanwhile, CurriculumUnchanged, CurriculumHasNoModules; a variant
   * also with a RequirementNotMet for each verified requirement of its country that its draft does not meet.
   */
  async publish(asked: RequestContext, viewer: Viewer, input: PublishCurriculumInput): Promise<Curriculum> {
    const read = await this.assertMay(viewer, 'curriculum.publish', input.curriculumId);
    const obstacles = await this.obstacles(read, asked);
    return this.acts.perform(asked, { name: 'publishCurriculum', input }, async (tx) => {
      // What the engine judged is what is published: nobody changed it in between.
      const curriculum = await lockCurriculum(tx, input.curriculumId, input.expectedRevision ?? read.revision);
      const draft = await draftOf(tx, curriculum.id);
      if (!draft) refuse(new CurriculumUnchanged());
      const [{ isEmpty }] = await tx.query(
        'SELECT NOT EXISTS (SELECT 1 FROM curriculum_placement WHERE version_id = $1) AS "isEmpty"',
        [draft.baseVersionId ?? draft.id],
      );
      if (isEmpty) refuse(new CurriculumHasNoModules());
      if (obstacles.length > 0) refuse(...obstacles);
      await tx.update(CurriculumVersion, { id: draft.id }, { publishedAt: () => 'clock_timestamp()' });
      curriculum.publishedVersionId = draft.id;
      if (!curriculum.baseId) await writeStems(tx, curriculum.id, draft.id);
      await touch(tx, curriculum);
      return curriculum;
    });
  }

  private async obstacles(curriculum: Curriculum, asked: RequestContext): Promise<RequirementNotMet[]> {
    if (!curriculum.countryCode) return [];
    const [latest] = await this.loaders.versionsOf.of(asked).load(curriculum.id);
    if (!latest) return [];
    const base = await this.alignments.baseOf(curriculum, asked);
    const judge = await this.alignments.judge(base, curriculum, curriculum.countryCode, today(), asked);
    const found = judge(await this.alignments.factsOf(latest, asked));
    return found.filter(({ isBlocking }) => isBlocking).map((finding) => new RequirementNotMet(finding));
  }

  /** What one may not see is not there; what one sees and may not change is forbidden. */
  async assertMay(viewer: Viewer, permission: string, curriculumId: string): Promise<Curriculum> {
    const curriculum = await this.visible(viewer, curriculumId);
    if (!(await this.authority.holdsIn(viewer, permission, curriculum.ownerId))) throw faults.forbidden();
    return curriculum;
  }

  /** Refuses with CurriculumNotFound. */
  async visible(viewer: Viewer, curriculumId: string): Promise<Curriculum> {
    const curriculum = await this.loaders
      .visible(viewer)
      .andWhere('curriculum.id = :curriculumId', { curriculumId })
      .getOne();
    if (!curriculum) refuse(new CurriculumNotFound());
    return curriculum;
  }
}

/** A variant says of modules, sectors and roles nothing of its own. */
function assertInherits({ modules, sectorCodes, roleCodes }: UpdateCurriculumInput): void {
  const given = Object.entries({ modules, sectorCodes, roleCodes }).filter(([, part]) => part !== undefined);
  if (given.length > 0) refuse(...given.map(([path]) => new VariantInherits(path)));
}
