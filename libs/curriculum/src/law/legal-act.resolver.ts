import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Day, isId, Locale, type Page, Public, type RequestContext } from '#platform';
import { type Country, CountryType, ReferenceLists } from '#reference';
import { chosenText, wishesOf } from '../text/chosen-text.js';
import { InLanguage } from '../text/in-language.js';
import { LawLoaders } from './law.loaders.js';
import type { LegalAct } from './legal-act.entity.js';
import { LegalActEditionType, LegalActType } from './legal-act.type.js';
import type { LegalActEdition } from './legal-act-edition.entity.js';
import { LegalActConnection, LegalActsArgs } from './legal-acts.args.js';
import { LegalRegister } from './legal-register.service.js';

@Resolver(() => LegalActType)
export class LegalActResolver {
  constructor(
    private readonly register: LegalRegister,
    private readonly loaders: LawLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  @Query(() => LegalActConnection, { description: 'The legal register, in the order of the codes.' })
  @Public('law is for everybody')
  legalActs(@Args() args: LegalActsArgs): Promise<Page<LegalAct>> {
    return this.register.list(args);
  }

  @Query(() => LegalActType, { nullable: true, description: 'One act by its id; null when there is none.' })
  @Public('law is for everybody')
  async legalAct(
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
    @Asked() asked: RequestContext,
  ): Promise<LegalAct | null> {
    return isId(id) ? this.loaders.actById.of(asked).load(id.toLowerCase()) : null;
  }

  @ResolveField(() => CountryType, { description: 'Whose law it is.' })
  country(@Parent() act: LegalAct, @Asked() asked: RequestContext): Promise<Country | null> {
    return this.reference.countriesByCode.of(asked).load(act.countryCode);
  }

  @ResolveField(() => String, { description: 'Title in the best language there is for the reader; our own words.' })
  title(@Parent() act: LegalAct, @Asked() asked: RequestContext, @InLanguage() locale?: string | null): string {
    return chosenText(act.titles, wishesOf(asked, locale)).text;
  }

  @ResolveField(() => Locale, { description: 'The language `title` is in.' })
  titleLocale(@Parent() act: LegalAct, @Asked() asked: RequestContext, @InLanguage() locale?: string | null): string {
    return chosenText(act.titles, wishesOf(asked, locale)).locale;
  }

  @ResolveField(() => [LegalActEditionType], { description: 'All editions, the last recorded first.' })
  editions(@Parent() act: LegalAct, @Asked() asked: RequestContext): Promise<LegalActEdition[]> {
    return this.loaders.editionsOf.of(asked).load(act.id);
  }

  @ResolveField(() => LegalActEditionType, {
    nullable: true,
    description: 'The edition in force on a day; null: none was.',
  })
  async edition(
    @Parent() act: LegalAct,
    @Asked() asked: RequestContext,
    @Args('on', { type: () => Day, nullable: true, description: 'The day; null: today in UTC.' }) on?: string | null,
  ): Promise<LegalActEdition | null> {
    const day = on ?? Temporal.Now.plainDateISO('UTC').toString();
    const editions = await this.loaders.editionsOf.of(asked).load(act.id);
    return (
      editions.find(
        ({ inForceFrom, inForceUntil }) => (inForceFrom ?? '') <= day && (inForceUntil === null || day < inForceUntil),
      ) ?? null
    );
  }
}
