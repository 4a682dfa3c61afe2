import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Organization, OrganizationNotFound } from '#identity';
import { Acts, Authority, faults, newId, type Reason, type RequestContext, refuse, type Viewer } from '#platform';
import { ReferenceLists } from '#reference';
import { repeatedTexts } from '../text/repeated-texts.js';
import { CurriculumModule } from './curriculum-module.entity.js';
import { CurriculumModuleVersion } from './curriculum-module-version.entity.js';
import type { CreateCurriculumModuleInput, GivenModule, ReviseCurriculumModuleInput } from './module.input.js';
import { DeliveringCourseNotFound, HoursOutOfBounds, ModuleNotFound, OutcomeNotFound } from './module.reasons.js';
import {
  MODULE_VERSION,
  MODULE_VERSION_TABLES,
  type ModuleContent,
  type ModuleVersionRow,
  type Outcome,
  totalOf,
} from './module.rows.js';
import { writeModuleVersion } from './module.writer.js';
import { continued, strangers } from './outcomes.rules.js';

/** Writing modules. */
@Injectable()
export class Modules {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly database: DataSource,
    private readonly reference: ReferenceLists,
  ) {}

  /** Refuses with OrganizationNotFound, OutcomeNotFound, HoursOutOfBounds, TextRepeated, UnknownCode, DeliveringCourseNotFound. */
  async create(asked: RequestContext, viewer: Viewer, input: CreateCurriculumModuleInput): Promise<CurriculumModule> {
    const { ownerId } = input;
    const mayEdit = await this.authority.holdsIn(viewer, 'curriculum.edit', ownerId);
    return this.acts.perform(asked, { name: 'createCurriculumModule', input, details: { ownerId } }, async (tx) => {
      if (!(await tx.existsBy(Organization, { id: ownerId }))) refuse(new OrganizationNotFound());
      if (!mayEdit) throw faults.forbidden();
      const content = contentIn(input, []);
      await this.assertSound(tx, content);
      const module = tx.create(CurriculumModule, {
        id: newId(),
        ownerId,
        newestVersionId: null,
        createdAt: new Date(),
      });
      await tx.insert(CurriculumModule, module);
      module.newestVersionId = await writeModuleVersion(tx, module, 1, content);
      return module;
    });
  }

  /** Writes the next version. Refuses with ModuleNotFound and all that `create` refuses of the content. */
  async revise(asked: RequestContext, viewer: Viewer, input: ReviseCurriculumModuleInput): Promise<CurriculumModule> {
    await this.assertMayRevise(viewer, input.moduleId);
    return this.acts.perform(asked, { name: 'reviseCurriculumModule', input }, async (tx) => {
      const module = await tx.findOne(CurriculumModule, {
        where: { id: input.moduleId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!module) refuse(new ModuleNotFound(input.moduleId));
      const content = contentIn(input, await outcomesOf(tx, module));
      await this.assertSound(tx, content);
      const number = await tx.countBy(CurriculumModuleVersion, { moduleId: module.id });
      module.newestVersionId = await writeModuleVersion(tx, module, number + 1, content);
      return module;
    });
  }

  /** Modules are seen by all who write curricula, and changed by their owner. */
  private async assertMayRevise(viewer: Viewer, moduleId: string): Promise<void> {
    const module = await this.database.manager.findOne(CurriculumModule, { where: { id: moduleId } });
    if (!module) refuse(new ModuleNotFound(moduleId));
    if (!(await this.authority.holdsIn(viewer, 'curriculum.edit', module.ownerId))) throw faults.forbidden();
  }

  private async assertSound(tx: EntityManager, { hours, texts, outcomes, courseIds }: ModuleContent): Promise<void> {
    const total = totalOf(hours);
    const locales = [
      ...texts.map(({ locale }) => locale),
      ...outcomes.flatMap((outcome) => Object.keys(outcome.texts)),
    ];
    const known: { id: string }[] = await tx.query(
      'SELECT id FROM course WHERE id = ANY($1::uuid[]) AND published_version_id IS NOT NULL AND retired_at IS NULL',
      [courseIds],
    );
    const found: Reason[] = [
      ...(total < 0.5 || total > 2_000 ? [new HoursOutOfBounds()] : []),
      ...repeatedTexts(texts, ['translations']),
      ...(await this.reference.unknownCodes(tx, { locales }, { locales: ['translations'] })),
      ...courseIds
        .filter((id) => !known.some((course) => course.id === id))
        .map((id) => new DeliveringCourseNotFound(id)),
    ];
    if (found.length > 0) refuse(...found);
  }
}

async function outcomesOf(tx: EntityManager, { newestVersionId }: CurriculumModule): Promise<Outcome[]> {
  const [newest]: ModuleVersionRow[] = await tx.query(
    `SELECT ${MODULE_VERSION} FROM ${MODULE_VERSION_TABLES} WHERE version.id = $1`,
    [newestVersionId],
  );
  return newest?.outcomes ?? [];
}

/** Refuses with OutcomeNotFound. */
function contentIn(input: GivenModule, before: readonly Outcome[]): ModuleContent {
  const given = input.outcomes.map(({ id, translations }) => ({
    id: id?.toLowerCase() ?? null,
    texts: Object.fromEntries(translations.map(({ locale, text }) => [locale, text])),
  }));
  const unknown = strangers(given, before);
  if (unknown.length > 0) refuse(...unknown.map((id) => new OutcomeNotFound(id, ['outcomes'])));
  const { lecture, practice, selfStudy, assessment } = input.hours;
  return {
    hours: { lecture, practice, selfStudy, assessment },
    hoursSource: input.hoursSource ?? null,
    texts: input.translations.map(({ locale, title, summary }) => ({ locale, title, summary: summary ?? null })),
    outcomes: continued(given, before, newId),
    courseIds: [...new Set(input.courseIds.map((id) => id.toLowerCase()))],
  };
}
