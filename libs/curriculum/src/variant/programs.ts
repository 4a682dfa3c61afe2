import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, type RequestContext, readRows } from '#platform';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import type { CurriculumVersionRow, PlacementRow } from '../curriculum/curriculum.rows.js';
import { ModuleLoaders } from '../module/module.loaders.js';
import type { Hours } from '../module/module.rows.js';
import { OVERRIDES, type OverrideRow } from './override.rows.js';
import { type Override, type Placed, type ProgramModule, programOf } from './program.js';

type Version = Pick<CurriculumVersionRow, 'id' | 'baseVersionId'>;

/** What curricula teach, for however many versions in a constant number of queries. */
@Injectable()
export class Programs {
  constructor(
    private readonly database: DataSource,
    private readonly loaders: CurriculumLoaders,
    private readonly modules: ModuleLoaders,
  ) {}

  readonly overridesOf = new BatchLoader<string, Override[]>(
    async (versionIds) => {
      const rows: OverrideRow[] = await readRows(this.database, OVERRIDES, [versionIds]);
      return grouped(rows, (row) => row.versionId);
    },
    () => [],
  );

  async of(version: Version, asked: RequestContext): Promise<ProgramModule[]> {
    const [placements, overrides] = await Promise.all([
      this.loaders.placementsOf.of(asked).load(version.baseVersionId ?? version.id),
      this.overridesOf.of(asked).load(version.id),
    ]);
    const hours = await this.hoursOf(
      [...placements, ...overrides].flatMap(({ moduleVersionId }) => moduleVersionId ?? []),
      asked,
    );
    return programOf(placedWith(placements, hours), overrides, (id) => known(hours, id));
  }

  /** The modules of a version of a base, as they stand there. */
  async placed(versionId: string, asked: RequestContext): Promise<Placed[]> {
    const placements = await this.loaders.placementsOf.of(asked).load(versionId);
    return placedWith(
      placements,
      await this.hoursOf(
        placements.map((it) => it.moduleVersionId),
        asked,
      ),
    );
  }

  private async hoursOf(versionIds: readonly string[], asked: RequestContext): Promise<Map<string, Hours>> {
    const versions = await Promise.all(versionIds.map((id) => this.modules.versionById.of(asked).load(id)));
    return new Map(versions.filter((it) => it !== null).map(({ id, hours }) => [id, hours]));
  }
}

function placedWith(placements: readonly PlacementRow[], hours: Map<string, Hours>): Placed[] {
  return placements.map((it) => ({ ...it, hours: known(hours, it.moduleVersionId) }));
}

function known(hours: Map<string, Hours>, moduleVersionId: string): Hours {
  const found = hours.get(moduleVersionId);
  if (!found) throw new Error(`module version ${moduleVersionId} is gone`);
  return found;
}
