import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type LearningProgram, LearningPrograms, RecognitionVerdict } from '#curriculum';
import { BatchLoader, grouped, type RequestContext, readRows } from '#platform';
import { type CompletedCourse, completedCourses } from '../completion/completed-courses.js';
import type { ProgressArgs } from './progress.args.js';
import { type Progress, progressThrough, type RecognizedProgram, standingOf } from './progress.rules.js';
import type { CurriculumProgress, FollowedModule, ProgressRecognition } from './progress.type.js';

interface LearnerHome {
  /** Null: the learner belongs to no organization. */
  countryCode: string | null;
  /** The calendar day there, that of UTC for who belongs nowhere. */
  today: string;
}

/** How far learners have come through curricula; constant in queries, however many learners. Asks nobody’s leave. */
@Injectable()
export class Progresses {
  constructor(
    private readonly database: DataSource,
    private readonly programs: LearningPrograms,
  ) {}

  private readonly completedBy = new BatchLoader<string, CompletedCourse[]>(
    async (personIds) =>
      grouped(await completedCourses(this.database.manager, { personIds }), ({ personId }) => personId),
    () => [],
  );

  /** Of the organization that a person belongs to now, the first if there are several. */
  private readonly homeOf = new BatchLoader<string, LearnerHome>(
    async (personIds) => {
      const rows: (LearnerHome & { personId: string })[] = await readRows(
        this.database,
        `SELECT DISTINCT ON (membership.person_id) membership.person_id AS "personId",
           organization.country_code AS "countryCode", (now() AT TIME ZONE organization.time_zone)::date::text AS today
         FROM membership JOIN organization ON organization.id = membership.organization_id
         WHERE membership.person_id = ANY($1::uuid[]) AND membership.ended_on IS NULL
         ORDER BY membership.person_id, membership.id`,
        [personIds],
      );
      return new Map(rows.map((row) => [row.personId, row]));
    },
    () => ({ countryCode: null, today: Temporal.Now.plainDateISO('UTC').toString() }),
  );

  /** Null: no such curriculum, or no such version of it is published. */
  async of(personId: string, args: ProgressArgs, asked: RequestContext): Promise<CurriculumProgress | null> {
    const curriculumId = args.curriculumId.toLowerCase();
    const versionNumber = args.versionNumber ?? null;
    const home = args.countryCode ?? (await this.countryOf(personId, curriculumId, asked));
    const program = await this.programs.of(curriculumId, { countryCode: home, versionNumber }, asked);
    if (!program) return null;
    const completed = await this.completedBy.of(asked).load(personId);
    const progress = progressThrough(program.modules.map(asToLearn), completed);
    const recognitions = await this.recognitionsOf(personId, program, completed, asked);
    return {
      ...progress,
      ...standingOf(progress, recognitions),
      curriculum: program.curriculum,
      version: program.version,
      countryCode: program.curriculum.countryCode ?? home,
      modules: followed(program, progress, program.curriculum.countryCode ?? home),
      recognitions,
    };
  }

  /** A variant that is named is followed; of a base, that of the learner’s country. */
  private async countryOf(personId: string, curriculumId: string, asked: RequestContext): Promise<string | null> {
    const named = await this.programs.of(curriculumId, { countryCode: null, versionNumber: null }, asked);
    return named?.curriculum.countryCode ?? (await this.homeOf.of(asked).load(personId)).countryCode;
  }

  /** Of each other country whose program the learner completed. */
  private async recognitionsOf(
    personId: string,
    wanted: LearningProgram,
    completed: readonly CompletedCourse[],
    asked: RequestContext,
  ): Promise<(ProgressRecognition & RecognizedProgram)[]> {
    if (!wanted.curriculum.countryCode || completed.length === 0) return [];
    const others = await this.programs.elsewhere(wanted, asked);
    const finished = others.filter(({ modules }) => {
      const { remainingModuleIds, hoursAsked } = progressThrough(modules.map(asToLearn), completed);
      return hoursAsked > 0 && remainingModuleIds.length === 0;
    });
    if (finished.length === 0) return [];
    const { today } = await this.homeOf.of(asked).load(personId);
    const answers = await Promise.all(
      finished.map(async (program) => ({
        fromCountryCode: program.curriculum.countryCode ?? '',
        answer: await this.programs.recognition(program, wanted, today, asked),
      })),
    );
    return answers.flatMap(({ fromCountryCode, answer }) => {
      if (!answer) return [];
      const { verdict, bridge } = answer;
      const isRecognizable = verdict !== RecognitionVerdict.NOT_RECOGNIZED;
      // A program that is recognized as it is needs no bridge: what it misses only warns.
      const bridgeModuleIds = verdict === RecognitionVerdict.AFTER_BRIDGING ? bridge.map((it) => it.moduleId) : [];
      return [{ fromCountryCode, verdict, isRecognizable, bridgeModuleIds }];
    });
  }
}

function asToLearn({ moduleId, isElective, requiredModuleIds, hours, courseIds }: LearningProgram['modules'][number]) {
  const { lecture, practice, selfStudy, assessment } = hours;
  return { moduleId, isElective, requiredModuleIds, courseIds, hours: lecture + practice + selfStudy + assessment };
}

function followed({ modules }: LearningProgram, progress: Progress, countryCode: string | null): FollowedModule[] {
  return progress.modules.map((one, place) => {
    const module = modules[place];
    if (!module) throw new Error(`module ${one.moduleId} is gone`);
    return { ...one, module, courseIds: module.courseIds, countryCode };
  });
}
