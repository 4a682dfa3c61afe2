import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, isId, Locale, type Page, Public, type RequestContext } from '#platform';
import { titleIn, wishesOf } from '../text/chosen-text.js';
import { InLanguage } from '../text/in-language.js';
import { CurriculaArgs, CurriculumConnection } from './curricula.args.js';
import { CurriculaList } from './curricula.queries.js';
import type { Curriculum } from './curriculum.entity.js';
import { CurriculumLoaders } from './curriculum.loaders.js';
import type { CurriculumVersionRow } from './curriculum.rows.js';
import { CurriculumType, CurriculumVersionType, ModuleOffer } from './curriculum.type.js';
import { ModuleOffers } from './module-offers.js';

@Resolver(() => CurriculumType)
export class CurriculumResolver {
  constructor(
    private readonly lists: CurriculaList,
    private readonly loaders: CurriculumLoaders,
    private readonly offers: ModuleOffers,
    private readonly organizations: OrganizationLoaders,
  ) {}

  @Query(() => CurriculumConnection, {
    description:
      'Curricula, the newest first: published ones, and for their editors drafts. Bases; variants by `countryCodes` or `Curriculum.variants`.',
  })
  @Public('programs are for everybody')
  curricula(@Args() args: CurriculaArgs, @Asked() asked: RequestContext): Promise<Page<Curriculum>> {
    return this.lists.list(asked, args);
  }

  @Query(() => CurriculumType, {
    nullable: true,
    description: 'One curriculum; null when there is none, or it is a draft and not for you to see.',
  })
  @Public('programs are for everybody')
  async curriculum(
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
    @Asked() asked: RequestContext,
  ): Promise<Curriculum | null> {
    return isId(id) ? this.loaders.byId.of(asked).load(id.toLowerCase()) : null;
  }

  @ResolveField(() => OrganizationType, { description: 'Who keeps it.' })
  owner(@Parent() curriculum: Curriculum, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(curriculum.ownerId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it.' })
  viewerCanEdit(@Parent() curriculum: Curriculum, @Asked() asked: RequestContext): Promise<boolean> {
    return this.loaders.mayEdit.of(asked).load(curriculum.ownerId);
  }

  @ResolveField(() => String, { description: 'Title in the best language there is for the reader; never blank.' })
  async title(@Parent() it: Curriculum, @Asked() asked: RequestContext, @InLanguage() locale?: string | null) {
    const { texts, ownerLocale } = await this.version(it, asked);
    return titleIn(texts, wishesOf(asked, locale), ownerLocale).title;
  }

  @ResolveField(() => Locale, { description: 'The language `title` is in.' })
  async titleLocale(@Parent() it: Curriculum, @Asked() asked: RequestContext, @InLanguage() locale?: string | null) {
    const { texts, ownerLocale } = await this.version(it, asked);
    return titleIn(texts, wishesOf(asked, locale), ownerLocale).locale;
  }

  @ResolveField(() => CurriculumVersionType, {
    description: 'What it says: the published version, or the draft before the first.',
  })
  version(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<CurriculumVersionRow> {
    return this.loaders.shown(it, asked);
  }

  @ResolveField(() => CurriculumVersionType, {
    nullable: true,
    description: 'What waits to be published; null: nothing, or not for you to see.',
  })
  async draft(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<CurriculumVersionRow | null> {
    return (await this.versions(it, asked)).find(({ publishedAt }) => publishedAt === null) ?? null;
  }

  @ResolveField(() => [CurriculumVersionType], {
    description: 'Its published versions, the newest first; for those who may edit it, the draft before them.',
  })
  async versions(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<CurriculumVersionRow[]> {
    const versions = await this.loaders.versionsOf.of(asked).load(it.id);
    const mayEdit = await this.loaders.mayEdit.of(asked).load(it.ownerId);
    return mayEdit ? versions : versions.filter(({ publishedAt }) => publishedAt !== null);
  }

  @ResolveField(() => [ModuleOffer], {
    description:
      'Newer versions of its modules, with what they change; empty: it has the newest, or you may not edit it.',
  })
  async moduleOffers(@Parent() it: Curriculum, @Asked() asked: RequestContext): Promise<ModuleOffer[]> {
    const [latest] = await this.loaders.versionsOf.of(asked).load(it.id);
    const mayEdit = await this.loaders.mayEdit.of(asked).load(it.ownerId);
    return latest && mayEdit ? this.offers.to(latest.id, asked) : [];
  }
}
