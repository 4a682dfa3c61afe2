import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, type RequestContext } from '#platform';
import type { LocalText } from '../content/content.js';
import { IN_LANGUAGE, type OutcomeParent, wishes } from './content.fields.js';
import { CourseLoaders } from './course.loaders.js';
import type { TextRow } from './course.rows.js';
import { CourseOutcomeType, CourseTranslationType } from './course.type.js';
import { textIn } from './text-in.js';

@Resolver(() => CourseTranslationType)
export class CourseTranslationResolver {
  constructor(private readonly loaders: CourseLoaders) {}

  @ResolveField(() => String, { nullable: true, description: 'At most 20,000 characters; null: not written.' })
  async description(
    @Parent() { versionId, locale, isDescribed }: TextRow & { versionId: string },
    @Asked() asked: RequestContext,
  ): Promise<string | null> {
    return isDescribed ? this.loaders.descriptionIn.of(asked).load({ versionId, locale }) : null;
  }
}

@Resolver(() => CourseOutcomeType)
export class CourseOutcomeResolver {
  @ResolveField(() => String, { description: 'Text in the reader’s language, or the nearest there is; never blank.' })
  text(@Parent() outcome: OutcomeParent, @Asked() asked: RequestContext, @Args(IN_LANGUAGE) locale?: string): string {
    return outcomeTextIn(outcome, wishes(asked, locale)).text;
  }

  @ResolveField(() => Locale, { description: 'The language `text` is in.' })
  textLocale(@Parent() outcome: OutcomeParent, @Asked() asked: RequestContext, @Args(IN_LANGUAGE) locale?: string) {
    return outcomeTextIn(outcome, wishes(asked, locale)).locale;
  }
}

function outcomeTextIn(outcome: OutcomeParent, locales: readonly string[]): LocalText {
  const text = textIn(outcome.translations, locales, outcome.providerLocale);
  if (!text) throw new Error(`outcome ${outcome.id} has no text`);
  return text;
}
