import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, type RequestContext, readRows } from '#platform';
import { Alignments } from '../alignment/alignments.js';
import { type RecognitionAnswer, recognize } from '../alignment/recognition.rules.js';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import type { CurriculumVersionRow } from '../curriculum/curriculum.rows.js';
import type { ProgramModule } from '../variant/program.js';
import { Programs } from '../variant/programs.js';

/** A published version of a curriculum as a learner meets it. */
export interface LearningProgram {
  /** The variant, or the base where the country has none. */
  curriculum: Curriculum;
  version: CurriculumVersionRow;
  modules: LearningModule[];
}

export interface LearningModule extends ProgramModule {
  /** Courses any of which delivers it: those of the version taught here, and of the versions before it. */
  courseIds: string[];
}

export interface ProgramWish {
  /** Null: the curriculum as it is named. */
  countryCode: string | null;
  /** Null: the newest published version. */
  versionNumber: number | null;
}

/** Curricula for who follows a learner through them; drafts are for nobody here. Constant in queries. */
@Injectable()
export class LearningPrograms {
  constructor(
    private readonly alignments: Alignments,
    private readonly database: DataSource,
    private readonly loaders: CurriculumLoaders,
    private readonly programs: Programs,
  ) {}

  private readonly coursesOf = new BatchLoader<string, string[]>(
    async (moduleVersionIds) => {
      const rows: { id: string; courseId: string }[] = await readRows(this.database, DELIVERING, [moduleVersionIds]);
      const groups = grouped(rows, ({ id }) => id);
      return new Map([...groups].map(([id, group]) => [id, group.map(({ courseId }) => courseId)]));
    },
    () => [],
  );

  /** Null: no such curriculum, or no such version of it is published. */
  async of(curriculumId: string, wish: ProgramWish, asked: RequestContext): Promise<LearningProgram | null> {
    const named = await this.loaders.byId.of(asked).load(curriculumId);
    const curriculum = named && (await this.inCountry(named, wish.countryCode, asked));
    if (!curriculum) return null;
    const versions = await this.loaders.versionsOf.of(asked).load(curriculum.id);
    const published = versions.filter(({ publishedAt }) => publishedAt !== null);
    const version =
      wish.versionNumber === null ? published[0] : published.find(({ number }) => number === wish.versionNumber);
    return version ? this.asLearnt(curriculum, version, asked) : null;
  }

  /** The same curriculum in each other country that has a published variant. */
  async elsewhere({ curriculum }: LearningProgram, asked: RequestContext): Promise<LearningProgram[]> {
    const variants = await this.loaders.variantsOf.of(asked).load(curriculum.baseId ?? curriculum.id);
    const others = variants.filter(({ id, publishedVersionId }) => id !== curriculum.id && publishedVersionId);
    return Promise.all(
      others.map(async (other) => this.asLearnt(other, await this.loaders.shown(other, asked), asked)),
    );
  }

  /** What one completed program is worth under the law of the country of another. Null: a base answers to no law. */
  async recognition(
    completed: LearningProgram,
    wanted: LearningProgram,
    on: string,
    asked: RequestContext,
  ): Promise<RecognitionAnswer | null> {
    const { countryCode } = wanted.curriculum;
    if (!countryCode) return null;
    const base = await this.alignments.baseOf(wanted.curriculum, asked);
    const [judge, ...facts] = await Promise.all([
      this.alignments.judge(base, wanted.curriculum, countryCode, on, asked),
      this.alignments.factsOf(completed.version, asked),
      this.alignments.factsOf(wanted.version, asked),
    ]);
    return recognize(facts[0], facts[1], judge);
  }

  private async inCountry(named: Curriculum, countryCode: string | null, asked: RequestContext): Promise<Curriculum> {
    if (!countryCode || named.countryCode === countryCode) return named;
    const variants = await this.loaders.variantsOf.of(asked).load(named.baseId ?? named.id);
    const variant = variants.find((it) => it.countryCode === countryCode && it.publishedVersionId);
    return variant ?? this.alignments.baseOf(named, asked);
  }

  private async asLearnt(curriculum: Curriculum, version: CurriculumVersionRow, asked: RequestContext) {
    const modules = await this.programs.of(version, asked);
    const courses = await Promise.all(modules.map((it) => this.coursesOf.of(asked).load(it.moduleVersionId)));
    const learnt = modules.map((module, place) => ({ ...module, courseIds: courses[place] ?? [] }));
    return { curriculum, version, modules: learnt };
  }
}

/** Courses of module versions $1 and of the versions of the same modules before them, each once. */
const DELIVERING = `
  SELECT DISTINCT taught.id, delivers.course_id AS "courseId"
  FROM curriculum_module_version taught
  JOIN curriculum_module_version earlier ON earlier.module_id = taught.module_id AND earlier.number <= taught.number
  JOIN curriculum_module_course delivers ON delivers.version_id = earlier.id
  WHERE taught.id = ANY($1::uuid[]) ORDER BY 1, 2`;
