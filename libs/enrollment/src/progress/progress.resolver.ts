import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonAccess, PersonType, ViewerType } from '#identity';
import { Asked, type RequestContext } from '#platform';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingType } from '../offering/offering.type.js';
import { NextOfferings } from './next-offerings.js';
import { NextOfferingsArgs, ProgressArgs } from './progress.args.js';
import { ModuleState } from './progress.rules.js';
import { CurriculumModuleProgress, CurriculumProgress, type FollowedModule } from './progress.type.js';
import { Progresses } from './progresses.js';

@Resolver(() => ViewerType)
export class ViewerProgressResolver {
  constructor(private readonly progresses: Progresses) {}

  @ResolveField(() => CurriculumProgress, {
    nullable: true,
    description: 'How far you have come through a curriculum; null: no such curriculum or version is published.',
  })
  curriculumProgress(
    @Parent() { personId }: ViewerType,
    @Args() args: ProgressArgs,
    @Asked() asked: RequestContext,
  ): Promise<CurriculumProgress | null> {
    return this.progresses.of(personId, args, asked);
  }
}

@Resolver(() => PersonType)
export class PersonProgressResolver {
  constructor(
    private readonly access: PersonAccess,
    private readonly progresses: Progresses,
  ) {}

  @ResolveField(() => CurriculumProgress, {
    nullable: true,
    description:
      'How far the person has come through a curriculum, for the person and those who read the members of an organization of theirs; null: nothing is published, or it is not yours to see.',
  })
  async curriculumProgress(
    @Parent() { id }: PersonType,
    @Args() args: ProgressArgs,
    @Asked() asked: RequestContext,
  ): Promise<CurriculumProgress | null> {
    return (await this.access.mayRead.of(asked).load(id)) ? this.progresses.of(id, args, asked) : null;
  }
}

@Resolver(() => CurriculumModuleProgress)
export class ModuleProgressResolver {
  constructor(private readonly next: NextOfferings) {}

  @ResolveField(() => [OfferingType], {
    description:
      'Offerings one can still enroll in that would satisfy it, in the country or online, the first to begin first; empty once it is satisfied.',
  })
  async nextOfferings(
    @Parent() { courseIds, countryCode, state }: FollowedModule,
    @Args() { first, languages, startsFrom, startsTo }: NextOfferingsArgs,
    @Asked() asked: RequestContext,
  ): Promise<Offering[]> {
    if (state === ModuleState.SATISFIED || courseIds.length === 0) return [];
    return this.next.of.of(asked).load({
      courseIds,
      countryCode,
      first,
      languages: languages ?? asked.locales,
      startsFrom: startsFrom?.toISOString() ?? null,
      startsTo: startsTo?.toISOString() ?? null,
    });
  }
}
