import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, type RequestContext } from '#platform';
import { ReferenceLists, type Sector, SectorType, type TrainingRole, TrainingRoleType } from '#reference';
import { ModuleLoaders } from '../module/module.loaders.js';
import { basisOf, HoursBasis, type ModuleVersionRow, type TitleText } from '../module/module.rows.js';
import { CurriculumModuleVersionType, ModuleText } from '../module/module.type.js';
import { titleIn, wishesOf } from '../text/chosen-text.js';
import { InLanguage } from '../text/in-language.js';
import { hoursBasisIn, type Override, type ProgramModule } from '../variant/program.js';
import { Programs } from '../variant/programs.js';
import { ModuleOverride } from '../variant/variant.type.js';
import type { CurriculumVersionRow } from './curriculum.rows.js';
import { CurriculumVersionType, PlacedModule } from './curriculum.type.js';

@Resolver(() => CurriculumVersionType)
export class CurriculumVersionResolver {
  constructor(
    private readonly programs: Programs,
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

  @ResolveField(() => HoursBasis, { description: 'Whether a source gives the hours of the whole: see `hoursSource`.' })
  hoursBasis(@Parent() it: CurriculumVersionRow): HoursBasis {
    return basisOf(it);
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
  modules(@Parent() it: CurriculumVersionRow, @Asked() asked: RequestContext): Promise<ProgramModule[]> {
    return this.programs.of(it, asked);
  }
}

@Resolver(() => PlacedModule)
export class PlacedModuleResolver {
  constructor(private readonly modules: ModuleLoaders) {}

  @ResolveField(() => CurriculumModuleVersionType, { description: 'The version of the module that is taught here.' })
  async version(@Parent() placed: ProgramModule, @Asked() asked: RequestContext): Promise<ModuleVersionRow> {
    const version = await this.modules.versionById.of(asked).load(placed.moduleVersionId);
    if (!version) throw new Error(`module version ${placed.moduleVersionId} is gone`);
    return version;
  }

  @ResolveField(() => String, { description: 'What it is called here, in the best language for the reader.' })
  async title(@Parent() it: ProgramModule, @Asked() asked: RequestContext, @InLanguage() locale?: string | null) {
    return (await this.titled(it, asked, locale)).title;
  }

  @ResolveField(() => Locale, { description: 'The language `title` is in.' })
  async titleLocale(@Parent() it: ProgramModule, @Asked() asked: RequestContext, @InLanguage() locale?: string | null) {
    return (await this.titled(it, asked, locale)).locale;
  }

  @ResolveField(() => HoursBasis, {
    description:
      'Where its hours come from here; where a variant changes them, from the requirement that the override names.',
  })
  async hoursBasis(@Parent() placed: ProgramModule, @Asked() asked: RequestContext): Promise<HoursBasis> {
    return hoursBasisIn(placed, await this.version(placed, asked));
  }

  @ResolveField(() => [ModuleOverride], { description: 'What makes it other than in the base; empty: inherited.' })
  overrides(@Parent() placed: ProgramModule): Override[] {
    return placed.overrides;
  }

  private async titled(it: ProgramModule, asked: RequestContext, locale?: string | null): Promise<TitleText> {
    const { texts, ownerLocale } = await this.version(it, asked);
    return titleIn(it.texts.length > 0 ? it.texts : texts, wishesOf(asked, locale), ownerLocale);
  }
}
