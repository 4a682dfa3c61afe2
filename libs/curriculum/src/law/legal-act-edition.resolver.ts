import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Locale, type RequestContext } from '#platform';
import { chosenText, wishesOf } from '../text/chosen-text.js';
import { InLanguage } from '../text/in-language.js';
import { LawLoaders } from './law.loaders.js';
import type { LegalAct } from './legal-act.entity.js';
import { LegalActEditionType, LegalActType, LegalRequirementType } from './legal-act.type.js';
import type { LegalActEdition } from './legal-act-edition.entity.js';
import type { LegalRequirement } from './legal-requirement.entity.js';

@Resolver(() => LegalActEditionType)
export class LegalActEditionResolver {
  constructor(private readonly loaders: LawLoaders) {}

  @ResolveField(() => LegalActType, { description: 'The act it is an edition of.' })
  act(@Parent() edition: LegalActEdition, @Asked() asked: RequestContext): Promise<LegalAct | null> {
    return this.loaders.actById.of(asked).load(edition.actId);
  }

  @ResolveField(() => [LegalRequirementType], { description: 'What it asks of training, in the order of the act.' })
  requirements(@Parent() edition: LegalActEdition, @Asked() asked: RequestContext): Promise<LegalRequirement[]> {
    return this.loaders.requirementsOf.of(asked).load(edition.id);
  }
}

@Resolver(() => LegalRequirementType)
export class LegalRequirementResolver {
  constructor(private readonly loaders: LawLoaders) {}

  @ResolveField(() => LegalActEditionType, { description: 'The edition that asks it.' })
  edition(@Parent() requirement: LegalRequirement, @Asked() asked: RequestContext): Promise<LegalActEdition | null> {
    return this.loaders.editionById.of(asked).load(requirement.editionId);
  }

  @ResolveField(() => String, { description: 'What it asks, in our own words; never blank.' })
  text(
    @Parent() requirement: LegalRequirement,
    @Asked() asked: RequestContext,
    @InLanguage() locale?: string | null,
  ): string {
    return chosenText(requirement.texts, wishesOf(asked, locale)).text;
  }

  @ResolveField(() => Locale, { description: 'The language `text` is in.' })
  textLocale(
    @Parent() requirement: LegalRequirement,
    @Asked() asked: RequestContext,
    @InLanguage() locale?: string | null,
  ): string {
    return chosenText(requirement.texts, wishesOf(asked, locale)).locale;
  }
}
