import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import type { CurriculumVersionRow } from '../curriculum/curriculum.rows.js';
import { differences } from '../module/differences.js';
import { ModuleLoaders } from '../module/module.loaders.js';
import { Programs } from './programs.js';
import { type BaseChange, BaseChangeKind, baseChanges, conflictsOf } from './rebase.rules.js';
import type { BaseModuleChange, VariantLag } from './variant.type.js';

/** How far variants are behind. */
@Injectable()
export class Lags {
  constructor(
    private readonly loaders: CurriculumLoaders,
    private readonly modules: ModuleLoaders,
    private readonly programs: Programs,
  ) {}

  /** Null: the version follows the newest published version of its base. */
  async of(version: CurriculumVersionRow, newestId: string, asked: RequestContext): Promise<VariantLag | null> {
    if (!version.baseVersionId || version.baseVersionId === newestId) return null;
    const [followed, newest, before, after, overrides] = await Promise.all([
      this.loaders.versionById.of(asked).load(version.baseVersionId),
      this.loaders.versionById.of(asked).load(newestId),
      this.programs.placed(version.baseVersionId, asked),
      this.programs.placed(newestId, asked),
      this.programs.overridesOf.of(asked).load(version.id),
    ]);
    if (!followed || !newest) return null;
    const changes = baseChanges(before, after);
    const conflicts = new Map(conflictsOf(changes, overrides).map(({ moduleId, kind }) => [moduleId, kind]));
    return {
      followedNumber: followed.number,
      newestNumber: newest.number,
      changes: await Promise.all(
        changes.map(async (change) => ({
          ...(await this.told(change, asked)),
          conflict: conflicts.get(change.moduleId) ?? null,
        })),
      ),
    };
  }

  private async told(change: BaseChange, asked: RequestContext): Promise<Omit<BaseModuleChange, 'conflict'>> {
    const { moduleId, kind, fromVersionId, toVersionId } = change;
    if (kind !== BaseChangeKind.CHANGED) return { moduleId, kind, differences: [] };
    const [from, to] = await Promise.all([
      this.modules.versionById.of(asked).load(fromVersionId ?? ''),
      this.modules.versionById.of(asked).load(toVersionId ?? ''),
    ]);
    return { moduleId, kind, differences: from && to ? differences(from, to) : [] };
  }
}
