import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, Binds, grouped, ofAnyLength, type RequestContext, readRows } from '#platform';
import { ALL_COLUMNS } from './course.plan.js';
import {
  type CourseRow,
  type CourseState,
  type OutcomeRow,
  type TextRow,
  VERSION_COLUMNS,
  type VersionRow,
} from './course.rows.js';
import { editableBy, visibleTo } from './visibility.js';

/** What lists of courses need, each in one query per request, and only when it is selected. */
@Injectable()
export class CourseLoaders {
  constructor(private readonly database: DataSource) {}

  /** Null: there is none, or not for this viewer. */
  readonly byId = new BatchLoader<string, CourseRow | null>(
    async (ids, { viewer }) => {
      const binds = new Binds();
      const rows: CourseRow[] = await readRows(
        this.database,
        `SELECT ${ALL_COLUMNS} FROM catalog_entry entry JOIN organization provider ON provider.id = entry.provider_id
         WHERE entry.course_id = ANY(${ofAnyLength(binds.of(ids))}) AND ${visibleTo(viewer, binds)}`,
        binds.values,
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  /** Null: there is none, or it is a draft and not for this viewer. */
  readonly versionById = new BatchLoader<string, VersionRow | null>(
    async (ids, asked) => {
      const rows = await this.versions('version.id', ids, asked);
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  /** Versions of a course that the viewer may see, the newest first. */
  readonly versionsOf = new BatchLoader<string, VersionRow[]>(
    async (ids, asked) => grouped(await this.versions('version.course_id', ids, asked), (row) => row.courseId),
    () => [],
  );

  readonly stateOf = new BatchLoader<string, CourseState | null>(
    async (ids) => {
      const rows: CourseState[] = await readRows(
        this.database,
        `SELECT course.id, course.provider_id AS "providerId", course.revision, course.retired_at AS "retiredAt",
           course.retired_reason AS "retiredReason", draft.id AS "draftVersionId"
         FROM course LEFT JOIN course_version draft ON draft.course_id = course.id AND draft.published_at IS NULL
         WHERE course.id = ANY(${ofAnyLength('$1')})`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  /** Whether the viewer may edit courses of this provider. */
  readonly maySeeDrafts = new BatchLoader<string, boolean>(
    async (providerIds, { viewer }) => {
      const binds = new Binds();
      const rows: { id: string }[] = await readRows(
        this.database,
        `SELECT provider.id FROM unnest(${ofAnyLength(binds.of(providerIds))}) AS provider (id)
         WHERE ${editableBy(viewer, 'provider.id', binds)}`,
        binds.values,
      );
      return new Map(rows.map(({ id }) => [id, true]));
    },
    () => false,
  );

  /** Title, summary and languages of a version. */
  readonly textsOf = new BatchLoader<string, TextRow[]>(
    async (versionIds) => {
      const rows: (TextRow & { versionId: string })[] = await readRows(
        this.database,
        `SELECT version_id AS "versionId", locale, title, summary, description IS NOT NULL AS "isDescribed"
         FROM course_translation WHERE version_id = ANY(${ofAnyLength('$1')}) ORDER BY version_id, position`,
        [versionIds],
      );
      return grouped(rows, (row) => row.versionId);
    },
    () => [],
  );

  /** The long text of a version in one language. */
  readonly descriptionIn = new BatchLoader<{ versionId: string; locale: string }, string | null>(
    async (keys) => {
      const rows: { versionId: string; locale: string; description: string }[] = await readRows(
        this.database,
        `SELECT version_id AS "versionId", locale, description FROM course_translation
         JOIN unnest($1::uuid[], $2::text[]) AS wanted (version_id, locale) USING (version_id, locale)`,
        [keys.map(({ versionId }) => versionId), keys.map(({ locale }) => locale)],
      );
      return new Map(rows.map((row) => [`${row.versionId} ${row.locale}`, row.description]));
    },
    () => null,
    ({ versionId, locale }) => `${versionId} ${locale}`,
  );

  /** Texts in the order of the course’s languages, so that the last resort is its first language here too. */
  readonly outcomesOf = new BatchLoader<string, OutcomeRow[]>(
    async (versionIds) => {
      const rows: OutcomeRow[] = await readRows(
        this.database,
        `SELECT outcome.id, outcome.version_id AS "versionId", (
           SELECT jsonb_agg(jsonb_build_object('locale', given.locale, 'text', given.text)
             ORDER BY translation.position, given.locale)
           FROM course_outcome_translation given LEFT JOIN course_translation translation
             ON translation.version_id = outcome.version_id AND translation.locale = given.locale
           WHERE given.outcome_id = outcome.id) AS translations
         FROM course_outcome outcome WHERE outcome.version_id = ANY(${ofAnyLength('$1')}) ORDER BY outcome.version_id, position`,
        [versionIds],
      );
      return grouped(rows, (row) => row.versionId);
    },
    () => [],
  );

  readonly prerequisiteIdsOf = new BatchLoader<string, string[]>(
    async (versionIds) => {
      const rows: { versionId: string; id: string }[] = await readRows(
        this.database,
        `SELECT version_id AS "versionId", required_course_id AS id FROM course_prerequisite
         WHERE version_id = ANY(${ofAnyLength('$1')}) ORDER BY version_id, required_course_id`,
        [versionIds],
      );
      const groups = grouped(rows, (row) => row.versionId);
      return new Map([...groups].map(([versionId, group]) => [versionId, group.map(({ id }) => id)]));
    },
    () => [],
  );

  /** What this request read of courses is out of date: one of them has just been changed. */
  forget(asked: RequestContext): void {
    for (const loader of [
      this.byId,
      this.versionById,
      this.versionsOf,
      this.stateOf,
      this.textsOf,
      this.outcomesOf,
      this.prerequisiteIdsOf,
    ]) {
      loader.of(asked).clearAll();
    }
    this.descriptionIn.of(asked).clearAll();
  }

  private versions(column: string, ids: readonly string[], { viewer }: RequestContext): Promise<VersionRow[]> {
    const binds = new Binds();
    return readRows(
      this.database,
      `SELECT ${VERSION_COLUMNS} FROM course_version version
       JOIN course ON course.id = version.course_id JOIN organization provider ON provider.id = course.provider_id
       WHERE ${column} = ANY(${ofAnyLength(binds.of(ids))})
         AND (version.published_at IS NOT NULL OR ${editableBy(viewer, 'course.provider_id', binds)})
       ORDER BY version.number DESC`,
      binds.values,
    );
  }
}
