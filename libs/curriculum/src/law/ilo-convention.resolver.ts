import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, Public, type RequestContext } from '#platform';
import { type Country, CountryType, ReferenceLists } from '#reference';
import { chosenText, wishesOf } from '../text/chosen-text.js';
import { InLanguage } from '../text/in-language.js';
import type { ConventionRatification, IloConvention } from './ilo-convention.entity.js';
import { ConventionRatificationType, IloConventionType } from './ilo-convention.type.js';
import { LawLoaders } from './law.loaders.js';
import { LegalRegister } from './legal-register.service.js';

@Resolver(() => IloConventionType)
export class IloConventionResolver {
  constructor(
    private readonly register: LegalRegister,
    private readonly loaders: LawLoaders,
  ) {}

  @Query(() => [IloConventionType], { description: 'ILO conventions that bear on union training, by number.' })
  @Public('law is for everybody')
  iloConventions(): Promise<IloConvention[]> {
    return this.register.conventions();
  }

  @ResolveField(() => String, { description: 'Title in the best language there is for the reader.' })
  title(@Parent() it: IloConvention, @Asked() asked: RequestContext, @InLanguage() locale?: string | null): string {
    return chosenText(it.titles, wishesOf(asked, locale)).text;
  }

  @ResolveField(() => Locale, { description: 'The language `title` is in.' })
  titleLocale(
    @Parent() it: IloConvention,
    @Asked() asked: RequestContext,
    @InLanguage() locale?: string | null,
  ): string {
    return chosenText(it.titles, wishesOf(asked, locale)).locale;
  }

  @ResolveField(() => [ConventionRatificationType], { description: 'Country by country, in the order of their codes.' })
  ratifications(@Parent() it: IloConvention, @Asked() asked: RequestContext): Promise<ConventionRatification[]> {
    return this.loaders.ratificationsOf.of(asked).load(it.id);
  }
}

@Resolver(() => ConventionRatificationType)
export class ConventionRatificationResolver {
  constructor(private readonly reference: ReferenceLists) {}

  @ResolveField(() => CountryType, { description: 'The country.' })
  country(@Parent() it: ConventionRatification, @Asked() asked: RequestContext): Promise<Country | null> {
    return this.reference.countriesByCode.of(asked).load(it.countryCode);
  }
}
