import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, type RequestContext } from '#platform';
import { PreferredLocale, wishesOf } from '../lists/named.resolver.js';
import { languageName } from '../lists/names.js';
import { ReferenceLists } from '../lists/reference-lists.js';
import type { CountryLanguage } from './country-language.entity.js';
import { CountryLanguageType } from './country-language.type.js';
import { TextDirection } from './language.entity.js';

@Resolver(() => CountryLanguageType)
export class CountryLanguageResolver {
  constructor(private readonly lists: ReferenceLists) {}

  @ResolveField(() => String, { description: 'Name of the language in the best language for the reader; never blank.' })
  name(@Parent() { tag }: CountryLanguage, @PreferredLocale() locale: string | null, @Asked() asked: RequestContext) {
    return languageName(tag, wishesOf(locale, asked)).text;
  }

  @ResolveField(() => Locale, { description: 'Language that `name` is in.' })
  nameLocale(
    @Parent() { tag }: CountryLanguage,
    @PreferredLocale() locale: string | null,
    @Asked() asked: RequestContext,
  ) {
    return languageName(tag, wishesOf(locale, asked)).locale;
  }

  @ResolveField(() => String, { description: 'Script by its ISO 15924 code, for example `Cyrl`.' })
  async script(@Parent() { tag }: CountryLanguage, @Asked() asked: RequestContext) {
    return (await this.lists.of(asked)).languages.get(tag)?.script;
  }

  @ResolveField(() => TextDirection, { description: 'Direction in which its lines run.' })
  async direction(@Parent() { tag }: CountryLanguage, @Asked() asked: RequestContext) {
    return (await this.lists.of(asked)).languages.get(tag)?.direction;
  }
}
