import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, type RequestContext, readRows } from '#platform';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import type { CurriculumVersionRow } from '../curriculum/curriculum.rows.js';
import { ModuleLoaders } from '../module/module.loaders.js';
import { Programs } from '../variant/programs.js';
import { ALIGNMENTS, type AlignmentRow, REQUIREMENTS, type RequirementRow } from './alignment.rows.js';
import { findings } from './engine.js';
import type { AlignmentFacts, Finding, ProgramFacts } from './engine.types.js';

/** How a curriculum stands to the law of one country on one day. */
export interface CountryAlignmentRow {
  countryCode: string;
  on: string;
  /** The variant for the country, or the base where it has none. */
  curriculum: Curriculum;
  program: ProgramFacts;
  findings: Finding[];
}

/** Asks the engine, with the facts of however many countries in a constant number of queries. */
@Injectable()
export class Alignments {
  constructor(
    private readonly database: DataSource,
    private readonly loaders: CurriculumLoaders,
    private readonly modules: ModuleLoaders,
    private readonly programs: Programs,
  ) {}

  private readonly ofCurriculum = new BatchLoader<string, AlignmentRow[]>(
    async (ids) => {
      const rows: AlignmentRow[] = await readRows(this.database, ALIGNMENTS, [ids]);
      return grouped(rows, ({ curriculumId }) => curriculumId);
    },
    () => [],
  );

  private readonly lawOf = new BatchLoader<{ countryCode: string; on: string }, RequirementRow[]>(
    async (keys) => {
      const rows: (RequirementRow & { day: string })[] = await readRows(this.database, REQUIREMENTS, [
        keys.map(({ countryCode }) => countryCode),
        keys.map(({ on }) => on),
      ]);
      return grouped(rows, ({ countryCode, day }) => `${countryCode} ${day}`);
    },
    () => [],
    ({ countryCode, on }) => `${countryCode} ${on}`,
  );

  /** The curriculum and its family against one country: by the country’s variant, else by the base. */
  async of(
    curriculum: Curriculum,
    countryCode: string,
    on: string,
    asked: RequestContext,
  ): Promise<CountryAlignmentRow> {
    const base = await this.baseOf(curriculum, asked);
    const variants = await this.loaders.variantsOf.of(asked).load(base.id);
    const taught = variants.find((variant) => variant.countryCode === countryCode) ?? base;
    const [program, judged] = await Promise.all([
      this.loaders.shown(taught, asked).then((version) => this.factsOf(version, asked)),
      this.judge(base, taught, countryCode, on, asked),
    ]);
    return { countryCode, on, curriculum: taught, program, findings: judged(program) };
  }

  /** Another program, such as a draft or that of another country, against the law that a country’s alignments answer to. */
  async judge(base: Curriculum, taught: Curriculum, countryCode: string, on: string, asked: RequestContext) {
    const [law, general, own] = await Promise.all([
      this.lawOf.of(asked).load({ countryCode, on }),
      this.ofCurriculum.of(asked).load(base.id),
      this.ofCurriculum.of(asked).load(taught.id),
    ]);
    const alignments = merged(general, taught.id === base.id ? [] : own);
    return (program: ProgramFacts) => findings(program, law, alignments, on);
  }

  async baseOf(curriculum: Curriculum, asked: RequestContext): Promise<Curriculum> {
    const base = await this.loaders.byId.of(asked).load(curriculum.baseId ?? curriculum.id);
    if (!base) throw new Error(`the base of curriculum ${curriculum.id} is gone`);
    return base;
  }

  async factsOf(version: CurriculumVersionRow, asked: RequestContext): Promise<ProgramFacts> {
    const { roleCodes, repeatMonths, trainingModes, documents, providers } = version;
    const placed = await this.programs.of(version, asked);
    const modules = await Promise.all(
      placed.map(async (module) => {
        const taught = await this.modules.versionById.of(asked).load(module.moduleVersionId);
        return { ...module, outcomeIds: taught?.outcomes.map(({ id }) => id) ?? [] };
      }),
    );
    return { roleCodes, modules, repeatMonths, trainingModes, documents, providers };
  }
}

/** What a variant says of a module, or of an outcome, and a requirement wins over what its base says. */
function merged(general: readonly AlignmentFacts[], own: readonly AlignmentFacts[]): AlignmentFacts[] {
  const keyOf = ({ moduleId, outcomeId, requirementKey }: AlignmentFacts) =>
    `${moduleId} ${outcomeId} ${requirementKey}`;
  return [...new Map([...general, ...own].map((alignment) => [keyOf(alignment), alignment])).values()];
}
