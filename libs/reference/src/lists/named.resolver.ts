import { Type } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, type RequestContext } from '#platform';
import type { Names } from '../sourced.columns.js';
import { chosenName } from './names.js';

const LOCALE_ARGUMENT = 'Language to prefer over those of Accept-Language; null: only those.';

/** The two fields of everything that has names: the name for this reader, and which language it turned out to be in. */
export function namedResolver(type: () => Type<{ name: string; nameLocale: string }>) {
  @Resolver(type, { isAbstract: true })
  abstract class NamedResolver {
    @ResolveField(() => String, { description: 'Name in the best language there is for the reader; never blank.' })
    name(
      @Parent() { names }: { names: Names },
      @PreferredLocale() locale: string | null,
      @Asked() asked: RequestContext,
    ) {
      return chosenName(names, wishesOf(locale, asked)).text;
    }

    @ResolveField(() => Locale, { description: 'Language that `name` is in.' })
    nameLocale(
      @Parent() { names }: { names: Names },
      @PreferredLocale() locale: string | null,
      @Asked() asked: RequestContext,
    ) {
      return chosenName(names, wishesOf(locale, asked)).locale;
    }
  }
  return NamedResolver;
}

export const PreferredLocale = () =>
  Args('locale', { type: () => Locale, nullable: true, description: LOCALE_ARGUMENT });

export function wishesOf(locale: string | null | undefined, asked: RequestContext): string[] {
  return locale ? [locale, ...asked.locales] : [...asked.locales];
}
