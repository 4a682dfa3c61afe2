import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { allowedIn } from '#identity';
import { BatchLoader, grouped, ofAnyLength, type RequestContext, readRows, type Viewer } from '#platform';
import { Curriculum } from './curriculum.entity.js';
import {
  CURRICULUM_VERSION,
  CURRICULUM_VERSION_TABLES,
  type CurriculumVersionRow,
  type PlacementRow,
} from './curriculum.rows.js';
import { visibleTo } from './visibility.js';

/** What lists of curricula need, each in one query per request. Who sees drafts is asked by `mayEdit`. */
@Injectable()
export class CurriculumLoaders {
  constructor(private readonly database: DataSource) {}

  /** Null: there is none, or not for this viewer. */
  readonly byId = new BatchLoader<string, Curriculum | null>(
    async (ids, { viewer }) => {
      const rows = await this.visible(viewer).andWhere('curriculum.id = ANY(CAST(:ids AS uuid[]))', { ids }).getMany();
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  /** Whether the viewer writes curricula of this organization. */
  readonly mayEdit = new BatchLoader<string, boolean>(
    async (ownerIds, { viewer }) => {
      if (!viewer) return new Map();
      const { sql, parameters } = allowedIn('owner.id', viewer, 'curriculum.edit');
      const rows: { id: string }[] = await this.database
        .createQueryBuilder()
        .select('owner.id', 'id')
        .from('organization', 'owner')
        .where(`owner.id = ANY(CAST(:ownerIds AS uuid[])) AND ${sql}`, { ...parameters, ownerIds })
        .getRawMany();
      return new Map(rows.map(({ id }) => [id, true]));
    },
    () => false,
  );

  readonly versionById = new BatchLoader<string, CurriculumVersionRow | null>(
    async (ids) => {
      const rows = await this.versions('version.id', ids);
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  /** All versions of a curriculum, the draft among them, the newest first. */
  readonly versionsOf = new BatchLoader<string, CurriculumVersionRow[]>(
    async (ids) => grouped(await this.versions('version.curriculum_id', ids), (row) => row.curriculumId),
    () => [],
  );

  readonly placementsOf = new BatchLoader<string, PlacementRow[]>(
    async (versionIds) => {
      const rows: PlacementRow[] = await readRows(this.database, PLACEMENTS, [versionIds]);
      return grouped(rows, (row) => row.versionId);
    },
    () => [],
  );

  /** Variants of a base that the viewer may see, in the order of their countries. */
  readonly variantsOf = new BatchLoader<string, Curriculum[]>(
    async (baseIds, { viewer }) => {
      const rows = await this.visible(viewer)
        .andWhere('curriculum.baseId = ANY(CAST(:baseIds AS uuid[]))', { baseIds })
        .orderBy('curriculum.countryCode')
        .getMany();
      return grouped(rows, ({ baseId }) => baseId ?? '');
    },
    () => [],
  );

  /** What readers see of a curriculum: its published version, or the draft before the first. */
  async shown({ id, publishedVersionId }: Curriculum, asked: RequestContext): Promise<CurriculumVersionRow> {
    const versions = await this.versionsOf.of(asked).load(id);
    const shown = versions.find((version) => version.id === publishedVersionId) ?? versions[0];
    if (!shown) throw new Error(`curriculum ${id} has no version`);
    return shown;
  }

  visible(viewer: Viewer | null): SelectQueryBuilder<Curriculum> {
    const curricula = this.database.getRepository(Curriculum).createQueryBuilder('curriculum').where('true');
    visibleTo(viewer, curricula);
    return curricula;
  }

  private versions(column: string, ids: readonly string[]): Promise<CurriculumVersionRow[]> {
    return readRows(
      this.database,
      `SELECT ${CURRICULUM_VERSION} FROM ${CURRICULUM_VERSION_TABLES} WHERE ${column} = ANY(${ofAnyLength('$1')})
       ORDER BY version.number DESC`,
      [ids],
    );
  }
}

const PLACEMENTS = `
  SELECT placement.version_id AS "versionId", placement.module_id AS "moduleId",
    placement.module_version_id AS "moduleVersionId", placement.position, placement.is_elective AS "isElective",
    ARRAY(SELECT required_module_id FROM curriculum_prerequisite required
      WHERE required.version_id = placement.version_id AND required.module_id = placement.module_id
      ORDER BY required_module_id) AS "requiredModuleIds"
  FROM curriculum_placement placement WHERE placement.version_id = ANY(${ofAnyLength('$1')})
  ORDER BY placement.version_id, placement.position`;
