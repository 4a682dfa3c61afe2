import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, ofAnyLength, readRows } from '#platform';
import { MODULE_VERSION, MODULE_VERSION_TABLES, type ModuleVersionRow } from './module.rows.js';

@Injectable()
export class ModuleLoaders {
  constructor(private readonly database: DataSource) {}

  readonly versionById = new BatchLoader<string, ModuleVersionRow | null>(
    async (ids) => {
      const rows = await this.versions(`version.id = ANY(${ofAnyLength('$1')})`, ids);
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => null,
  );

  /** The newest version of a module. */
  readonly newestOf = new BatchLoader<string, ModuleVersionRow | null>(
    async (moduleIds) => {
      const rows = await this.versions(
        `module.id = ANY(${ofAnyLength('$1')}) AND version.id = module.newest_version_id`,
        moduleIds,
      );
      return new Map(rows.map((row) => [row.moduleId, row]));
    },
    () => null,
  );

  /** All versions of a module, the newest first. */
  readonly versionsOf = new BatchLoader<string, ModuleVersionRow[]>(
    async (moduleIds) =>
      grouped(await this.versions(`module.id = ANY(${ofAnyLength('$1')})`, moduleIds), (row) => row.moduleId),
    () => [],
  );

  private versions(condition: string, ids: readonly string[]): Promise<ModuleVersionRow[]> {
    return readRows(
      this.database,
      `SELECT ${MODULE_VERSION} FROM ${MODULE_VERSION_TABLES} WHERE ${condition} ORDER BY version.number DESC`,
      [ids],
    );
  }
}
