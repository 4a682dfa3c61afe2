import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CourseLoaders, type CourseRow, CourseType } from '#catalog';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, CurrentViewer, Locale, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { chosenText, titleIn, wishesOf } from '../text/chosen-text.js';
import { InLanguage } from '../text/in-language.js';
import type { CurriculumModule } from './curriculum-module.entity.js';
import { CreateCurriculumModuleInput, ReviseCurriculumModuleInput } from './module.input.js';
import { ModuleLoaders } from './module.loaders.js';
import { CreateCurriculumModulePayload, ReviseCurriculumModulePayload } from './module.payloads.js';
import { basisOf, HoursBasis, type ModuleVersionRow, type TitleText } from './module.rows.js';
import { CurriculumModuleType, CurriculumModuleVersionType, ModuleOutcome, ModuleText } from './module.type.js';
import { Modules } from './modules.service.js';

@Resolver(() => CurriculumModuleType)
export class ModuleResolver {
  constructor(
    private readonly modules: Modules,
    private readonly loaders: ModuleLoaders,
    private readonly organizations: OrganizationLoaders,
  ) {}

  @Mutation(() => CreateCurriculumModulePayload, { description: 'Writes a module that curricula can place.' })
  @Requires('curriculum.edit')
  createCurriculumModule(
    @Args('input') input: CreateCurriculumModuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CreateCurriculumModulePayload> {
    return payload(CreateCurriculumModulePayload, async () => ({
      module: await this.modules.create(asked, viewer, input),
    }));
  }

  @Mutation(() => ReviseCurriculumModulePayload, {
    description: 'Writes the next version of a module. Curricula keep the one they hold until they take the new one.',
  })
  @Requires('curriculum.edit')
  reviseCurriculumModule(
    @Args('input') input: ReviseCurriculumModuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReviseCurriculumModulePayload> {
    return payload(ReviseCurriculumModulePayload, async () => ({
      module: await this.modules.revise(asked, viewer, input),
    }));
  }

  @ResolveField(() => OrganizationType, { description: 'Who keeps it.' })
  owner(@Parent() module: CurriculumModule, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(module.ownerId);
  }

  @ResolveField(() => CurriculumModuleVersionType, { description: 'What it says now.' })
  newest(@Parent() module: CurriculumModule, @Asked() asked: RequestContext): Promise<ModuleVersionRow | null> {
    return this.loaders.newestOf.of(asked).load(module.id);
  }

  @ResolveField(() => [CurriculumModuleVersionType], { description: 'All that it ever said, the newest first.' })
  versions(@Parent() module: CurriculumModule, @Asked() asked: RequestContext): Promise<ModuleVersionRow[]> {
    return this.loaders.versionsOf.of(asked).load(module.id);
  }
}

@Resolver(() => CurriculumModuleVersionType)
export class ModuleVersionResolver {
  constructor(private readonly courseLoaders: CourseLoaders) {}

  @ResolveField(() => String, { description: 'Title in the best language there is for the reader; never blank.' })
  title(@Parent() it: ModuleVersionRow, @Asked() asked: RequestContext, @InLanguage() locale?: string | null): string {
    return titleIn(it.texts, wishesOf(asked, locale), it.ownerLocale).title;
  }

  @ResolveField(() => Locale, { description: 'The language `title` is in.' })
  titleLocale(
    @Parent() it: ModuleVersionRow,
    @Asked() asked: RequestContext,
    @InLanguage() locale?: string | null,
  ): string {
    return titleIn(it.texts, wishesOf(asked, locale), it.ownerLocale).locale;
  }

  @ResolveField(() => [ModuleText], { description: 'Every language it is written in, the first one first.' })
  translations(@Parent() it: ModuleVersionRow): TitleText[] {
    return it.texts;
  }

  @ResolveField(() => [ModuleOutcome], { description: 'What a person can do after it, in order.' })
  outcomes(
    @Parent() it: ModuleVersionRow,
    @Asked() asked: RequestContext,
    @InLanguage() locale?: string | null,
  ): ModuleOutcome[] {
    return it.outcomes.map(({ id, texts }) => {
      const chosen = chosenText(texts, wishesOf(asked, locale), [it.ownerLocale]);
      return { id, text: chosen.text, textLocale: chosen.locale };
    });
  }

  @ResolveField(() => HoursBasis, { description: 'Whether a source gives the hours: see `hoursSource`.' })
  hoursBasis(@Parent() it: ModuleVersionRow): HoursBasis {
    return basisOf(it);
  }

  @ResolveField(() => [CourseType], { description: 'Courses that deliver it and are in the catalog.' })
  async courses(@Parent() it: ModuleVersionRow, @Asked() asked: RequestContext): Promise<CourseRow[]> {
    const courses = await Promise.all(it.courseIds.map((id) => this.courseLoaders.byId.of(asked).load(id)));
    return courses.filter((course) => course !== null);
  }
}
