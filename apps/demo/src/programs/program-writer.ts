import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Aligning, Coverage, Curricula, OverrideKind, Variants } from '#curriculum';
import { actingFor } from '../acting.js';
import { organizationId } from '../people.js';
import type { KnownModule, ModuleBooks } from './module-books.js';
import type { DemoProgram, DemoVariant, Words } from './program.schema.js';

interface Known {
  id: string;
  isPublished: boolean;
  hasDraft: boolean;
}

/** Writes one program with its variants by the services that people’s requests reach; what is there already stays. */
export class ProgramWriter {
  private readonly database: DataSource;
  private readonly curricula: Curricula;
  private readonly variants: Variants;
  private readonly aligning: Aligning;

  constructor(
    app: INestApplicationContext,
    private readonly books: ModuleBooks,
    /** Ids of requirements in their newest edition, by `act/requirement`. */
    private readonly requirements: ReadonlyMap<string, string>,
  ) {
    this.database = app.get(DataSource);
    this.curricula = app.get(Curricula, { strict: false });
    this.variants = app.get(Variants, { strict: false });
    this.aligning = app.get(Aligning, { strict: false });
  }

  async write(program: DemoProgram): Promise<void> {
    const base = (await this.find(program)) ?? (await this.create(program));
    if (!base.isPublished) {
      for (const { module } of program.modules) await this.alignAll(program, base.id, this.books.of(module));
      await this.publish(program, base.id);
    }
    for (const variant of program.variants) await this.writeVariant(program, base.id, variant);
  }

  /** The base takes second versions of modules; variants that follow it are rebased, the others stay behind. */
  async follow(program: DemoProgram): Promise<void> {
    const base = await this.find(program);
    if (!base) return;
    for (const code of program.takesRevised) await this.take(program, base, this.books.of(code).id);
    for (const { country } of program.variants.filter(({ isRebased }) => isRebased)) {
      const variant = await this.findVariant(base.id, country);
      if (variant && (await this.isBehind(variant.id))) await this.rebase(program, variant);
    }
  }

  private async create(program: DemoProgram): Promise<Known> {
    const { owner, sectors, roles, translations, modules, hoursSource, repeatMonths } = program;
    const { asked, viewer } = actingFor(owner);
    const { id } = await this.curricula.create(asked, viewer, {
      ownerId: organizationId(owner),
      translations: Object.entries(translations).map(([locale, text]) => ({ locale, ...text })),
      sectorCodes: sectors,
      roleCodes: roles,
      hoursSource,
      repeatMonths,
      trainingModes: program.trainingModes,
      documents: program.documents,
      providers: program.providers,
      modules: modules.map(({ module, after, isElective }) => ({
        moduleId: this.books.of(module).id,
        isElective,
        requiredModuleIds: after.map((code) => this.books.of(code).id),
      })),
    });
    return { id, isPublished: false, hasDraft: true };
  }

  private async writeVariant(program: DemoProgram, baseId: string, variant: DemoVariant): Promise<void> {
    const known = (await this.findVariant(baseId, variant.country)) ?? (await this.derive(program, baseId, variant));
    if (known.isPublished) return;
    for (const addition of variant.additions) await this.add(program, known.id, addition);
    for (const { requirement, reason } of variant.exemptions) {
      const held = [...program.modules, ...variant.additions];
      for (const { module } of held) {
        await this.align(program, known.id, this.books.of(module).id, requirement, {
          coverage: Coverage.NOT_APPLICABLE,
          reason: reason[languageOf(program)],
        });
      }
    }
    await this.publish(program, known.id);
  }

  private async derive(program: DemoProgram, baseId: string, { country }: DemoVariant): Promise<Known> {
    const { asked, viewer } = actingFor(program.owner);
    const input = { curriculumId: baseId, countryCode: country };
    return { id: (await this.variants.derive(asked, viewer, input)).id, isPublished: false, hasDraft: true };
  }

  private async add(program: DemoProgram, variantId: string, addition: DemoVariant['additions'][number]) {
    const { asked, viewer } = actingFor(program.owner);
    const module = this.books.of(addition.module);
    await this.variants.override(asked, viewer, {
      curriculumId: variantId,
      moduleId: module.id,
      kind: OverrideKind.ADD,
      isElective: false,
      requirementId: this.requirements.get(addition.requirement) ?? null,
      reason: addition.reason[languageOf(program)],
    });
    await this.alignAll(program, variantId, module);
  }

  private async alignAll(program: DemoProgram, curriculumId: string, module: KnownModule): Promise<void> {
    for (const { requirement, coverage, outcome } of module.alignments) {
      const outcomeId = outcome ? module.outcomeIds[outcome - 1] : null;
      await this.align(program, curriculumId, module.id, requirement, { coverage, outcomeId });
    }
  }

  private async align(
    { owner }: DemoProgram,
    curriculumId: string,
    moduleId: string,
    requirement: string,
    judgment: { coverage: Coverage; outcomeId?: string | null; reason?: string },
  ): Promise<void> {
    const requirementId = this.requirements.get(requirement);
    // Somebody took it out of the register, which is newer than this data.
    if (!requirementId) return;
    const { asked, viewer } = actingFor(owner);
    await this.aligning.align(asked, viewer, { curriculumId, moduleId, requirementId, ...judgment });
  }

  private async publish({ owner }: DemoProgram, curriculumId: string): Promise<void> {
    const { asked, viewer } = actingFor(owner);
    await this.curricula.publish(asked, viewer, { curriculumId });
  }

  private async take(program: DemoProgram, { id: curriculumId, hasDraft }: Known, moduleId: string): Promise<void> {
    const [older] = await this.database.query(
      `SELECT 1 FROM curriculum JOIN curriculum_placement placed ON placed.version_id = published_version_id
       JOIN curriculum_module module ON module.id = placed.module_id
       WHERE curriculum.id = $1 AND module.id = $2 AND newest_version_id <> placed.module_version_id`,
      [curriculumId, moduleId],
    );
    if (!older) return;
    const { asked, viewer } = actingFor(program.owner);
    if (!hasDraft) await this.curricula.takeModuleVersion(asked, viewer, { curriculumId, moduleId });
    await this.publish(program, curriculumId);
  }

  private async rebase(program: DemoProgram, { id: curriculumId, hasDraft }: Known): Promise<void> {
    const { asked, viewer } = actingFor(program.owner);
    if (!hasDraft) await this.variants.rebase(asked, viewer, { curriculumId, resolutions: [] });
    await this.publish(program, curriculumId);
  }

  private async isBehind(variantId: string): Promise<boolean> {
    const [row] = await this.database.query(
      `SELECT 1 FROM curriculum variant JOIN curriculum_version version ON version.id = variant.published_version_id
       JOIN curriculum base ON base.id = variant.base_id
       WHERE variant.id = $1 AND version.base_version_id <> base.published_version_id`,
      [variantId],
    );
    return row !== undefined;
  }

  private find({ owner, translations }: DemoProgram): Promise<Known | null> {
    return this.known(
      `curriculum.owner_id = $1 AND base_id IS NULL AND EXISTS (
         SELECT 1 FROM curriculum_version version JOIN curriculum_translation text ON text.version_id = version.id
         WHERE version.curriculum_id = curriculum.id AND locale = 'en' AND title = $2)`,
      [organizationId(owner), translations.en.title],
    );
  }

  private findVariant(baseId: string, country: string): Promise<Known | null> {
    return this.known('base_id = $1 AND country_code = $2', [baseId, country]);
  }

  private async known(condition: string, parameters: string[]): Promise<Known | null> {
    const [row] = await this.database.query(
      `SELECT id, published_version_id IS NOT NULL AS "isPublished", EXISTS (
         SELECT 1 FROM curriculum_version draft WHERE draft.curriculum_id = curriculum.id AND published_at IS NULL
       ) AS "hasDraft" FROM curriculum WHERE ${condition} ORDER BY created_at LIMIT 1`,
      parameters,
    );
    return row ?? null;
  }
}

/** Editors write their reasons in the language of their house. */
const languageOf = ({ owner }: DemoProgram): keyof Words => (owner === 'fprk' ? 'ru' : 'uz');
