import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Organization,
  OrganizationLoaders,
  OrganizationType,
  type Person,
  PersonLoaders,
  PersonType,
} from '#identity';
import { Asked, type RequestContext } from '#platform';
import { type Country, CountryType, ReferenceLists, type Subdivision, SubdivisionType } from '#reference';
import type { PeopleAt } from './people.js';
import { RequestLoaders } from './request.loaders.js';
import {
  NextActor,
  PeopleInPlace,
  ProgramEvaluation,
  ProgramRequestEvent,
  ProgramRequestMessage,
  ProgramRequestSupport,
  type Spoken,
} from './request.type.js';

@Resolver(() => PeopleInPlace)
export class PeopleInPlaceResolver {
  constructor(private readonly reference: ReferenceLists) {}

  @ResolveField(() => CountryType, { description: 'The country.' })
  country(@Parent() { countryCode }: PeopleAt, @Asked() asked: RequestContext): Promise<Country | null> {
    return this.reference.countriesByCode.of(asked).load(countryCode);
  }

  @ResolveField(() => SubdivisionType, { nullable: true, description: 'The region; null: anywhere in the country.' })
  async subdivision(
    @Parent() { subdivisionCode }: PeopleAt,
    @Asked() asked: RequestContext,
  ): Promise<Subdivision | null> {
    return subdivisionCode ? this.reference.subdivisionsByCode.of(asked).load(subdivisionCode) : null;
  }
}

@Resolver(() => NextActor)
export class NextActorResolver {
  constructor(private readonly organizations: OrganizationLoaders) {}

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Who is next; null: whichever academy takes it.',
  })
  async organization(
    @Parent() { organizationId }: NextActor,
    @Asked() asked: RequestContext,
  ): Promise<Organization | null> {
    return organizationId ? this.organizations.byId.of(asked).load(organizationId) : null;
  }
}

@Resolver(() => ProgramRequestSupport)
export class SupportResolver {
  constructor(
    private readonly organizations: OrganizationLoaders,
    private readonly loaders: RequestLoaders,
  ) {}

  @ResolveField(() => OrganizationType, { description: 'Who joins.' })
  organization(@Parent() support: ProgramRequestSupport, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(support.organizationId);
  }

  @ResolveField(() => [PeopleInPlace], { description: 'Its people, by place.' })
  people(@Parent() support: ProgramRequestSupport, @Asked() asked: RequestContext): Promise<PeopleAt[]> {
    return this.loaders.peopleOfAsker.of(asked).load(support.id);
  }

  @ResolveField(() => Int, { description: 'Its people, over all places.' })
  async peopleWanted(@Parent() support: ProgramRequestSupport, @Asked() asked: RequestContext): Promise<number> {
    const people = await this.loaders.peopleOfAsker.of(asked).load(support.id);
    return people.reduce((sum, place) => sum + place.people, 0);
  }
}

/** Who speaks: a person, in the name of an organization. */
abstract class SpokenResolver {
  protected abstract readonly organizations: OrganizationLoaders;
  protected abstract readonly persons: PersonLoaders;

  protected async organizationOf({ organizationId }: Spoken, asked: RequestContext): Promise<Organization | null> {
    return organizationId ? this.organizations.byId.of(asked).load(organizationId) : null;
  }

  protected async personOf({ personId }: Spoken, asked: RequestContext): Promise<Person | null> {
    return personId ? this.persons.byId.of(asked).load(personId) : null;
  }
}

@Resolver(() => ProgramRequestEvent)
export class EventResolver extends SpokenResolver {
  constructor(
    protected readonly organizations: OrganizationLoaders,
    protected readonly persons: PersonLoaders,
  ) {
    super();
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'For whom it was done; null: by time itself.' })
  organization(@Parent() event: ProgramRequestEvent, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizationOf(event, asked);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who did it; null: time itself.' })
  person(@Parent() event: ProgramRequestEvent, @Asked() asked: RequestContext): Promise<Person | null> {
    return this.personOf(event, asked);
  }
}

@Resolver(() => ProgramRequestMessage)
export class MessageResolver extends SpokenResolver {
  constructor(
    protected readonly organizations: OrganizationLoaders,
    protected readonly persons: PersonLoaders,
  ) {
    super();
  }

  @ResolveField(() => OrganizationType, { description: 'In whose name it was written.' })
  organization(@Parent() message: ProgramRequestMessage, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizationOf(message, asked);
  }

  @ResolveField(() => PersonType, { description: 'Who wrote it.' })
  person(@Parent() message: ProgramRequestMessage, @Asked() asked: RequestContext): Promise<Person | null> {
    return this.personOf(message, asked);
  }
}

@Resolver(() => ProgramEvaluation)
export class EvaluationResolver {
  constructor(private readonly organizations: OrganizationLoaders) {}

  @ResolveField(() => OrganizationType, { description: 'Who says so.' })
  organization(@Parent() evaluation: ProgramEvaluation, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(evaluation.organizationId);
  }
}
