import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, type RequestContext } from '#platform';
import { ReferenceLists, type Sector, SectorType, type TrainingRole, TrainingRoleType } from '#reference';
import { ModuleLoaders } from '../module/module.loaders.js';
import type { ModuleVersionRow, TitleText } from '../module/module.rows.js';
import { CurriculumModuleVersionType, ModuleText } from '../module/module.type.js';
import { titleIn, wishesOf } from '../text/chosen-text.js';
import { InLanguage } from '../text/in-language.js';
import { CurriculumLoaders } from './curriculum.loaders.js';
import type { CurriculumVersionRow, PlacementRow } from './curriculum.rows.js';
import { CurriculumVersionType, PlacedModule } from './curriculum.type.js';

@Resolver(() => CurriculumVersionType)
export class CurriculumVersionResolver {
  constructor(
    private readonly loaders: CurriculumLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  @ResolveField(() => String, { description: 'Title in the best language there is for the reader; never blank.' })
  title(
    @Parent() it: CurriculumVersionRow,
    @Asked() asked: RequestContext,
    @InLanguage() locale?: string | null,
  ): string {
    return titleIn(it.texts, wishesOf(asked, locale), it.ownerLocale).title;
  }

  @ResolveField(() => Locale, { description: 'The language `title` is in.' })
  titleLocale(
    @Parent() it: CurriculumVersionRow,
    @Asked() asked: RequestContext,
    @InLanguage() locale?: string | null,
  ): string {
    return titleIn(it.texts, wishesOf(asked, locale), it.ownerLocale).locale;
  }

  @ResolveField(() => [ModuleText], { description: 'Every language it is written in, the first one first.' })
  translations(@Parent() it: CurriculumVersionRow): TitleText[] {
    return it.texts;
  }

  @ResolveField(() => [SectorType], { description: 'Sectors it is made for; empty: all.' })
  sectors(@Parent() it: CurriculumVersionRow, @Asked() asked: RequestContext): Promise<(Sector | Error | null)[]> {
    return this.reference.sectorsByCode.of(asked).loadMany(it.sectorCodes);
  }

  @ResolveField(() => [TrainingRoleType], { description: 'Roles it trains; empty: any.' })
  targetRoles(
    @Parent() it: CurriculumVersionRow,
    @Asked() asked: RequestContext,
  ): Promise<(TrainingRole | Error | null)[]> {
    return this.reference.rolesByCode.of(asked).loadMany(it.roleCodes);
  }

  @ResolveField(() => [PlacedModule], { description: 'Its modules in order.' })
  modules(@Parent() it: CurriculumVersionRow, @Asked() asked: RequestContext): Promise<PlacementRow[]> {
    return this.loaders.placementsOf.of(asked).load(it.id);
  }
}

@Resolver(() => PlacedModule)
export class PlacedModuleResolver {
  constructor(private readonly modules: ModuleLoaders) {}

  @ResolveField(() => CurriculumModuleVersionType, { description: 'The version of the module that is taught here.' })
  version(@Parent() placed: PlacementRow, @Asked() asked: RequestContext): Promise<ModuleVersionRow | null> {
    return this.modules.versionById.of(asked).load(placed.moduleVersionId);
  }
}
