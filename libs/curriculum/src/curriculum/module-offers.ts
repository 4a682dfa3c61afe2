import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform';
import { differences } from '../module/differences.js';
import { ModuleLoaders } from '../module/module.loaders.js';
import { CurriculumLoaders } from './curriculum.loaders.js';
import type { PlacementRow } from './curriculum.rows.js';
import type { ModuleOffer } from './curriculum.type.js';

/** Which of the modules a curriculum holds have moved on. */
@Injectable()
export class ModuleOffers {
  constructor(
    private readonly loaders: CurriculumLoaders,
    private readonly modules: ModuleLoaders,
  ) {}

  async to(versionId: string, asked: RequestContext): Promise<ModuleOffer[]> {
    const placements = await this.loaders.placementsOf.of(asked).load(versionId);
    const offers = await Promise.all(placements.map((placement) => this.offer(placement, asked)));
    return offers.filter((offer) => offer !== null);
  }

  private async offer({ moduleId, moduleVersionId }: PlacementRow, asked: RequestContext): Promise<ModuleOffer | null> {
    const [held, offered] = await Promise.all([
      this.modules.versionById.of(asked).load(moduleVersionId),
      this.modules.newestOf.of(asked).load(moduleId),
    ]);
    if (!held || !offered || held.id === offered.id) return null;
    return { moduleId, held, offered, differences: differences(held, offered) };
  }
}
