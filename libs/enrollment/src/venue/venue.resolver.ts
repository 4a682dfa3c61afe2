import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationType } from '#identity';
import {
  Asked,
  CurrentViewer,
  connectionOf,
  type Page,
  PageArgs,
  payload,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import { type Country, CountryType, ReferenceLists } from '#reference';
import { SchedulingRights } from '../offering/scheduling-rights.js';
import { AddRoomInput, CreateVenueInput } from './create-venue.input.js';
import type { Room } from './room.entity.js';
import type { Venue } from './venue.entity.js';
import { VenueLoaders } from './venue.loaders.js';
import { AddRoomPayload, CreateVenuePayload } from './venue.payloads.js';
import { RoomType, VenueType } from './venue.type.js';
import { Venues } from './venues.service.js';

const VenueConnection = connectionOf('Venue', () => VenueType);

@Resolver(() => VenueType)
export class VenueResolver {
  constructor(
    private readonly venues: Venues,
    private readonly loaders: VenueLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  @Mutation(() => CreateVenuePayload, { description: 'Enters a place where people are taught, with its rooms.' })
  @Requires('offering.schedule')
  createVenue(
    @Args('input') input: CreateVenueInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CreateVenuePayload> {
    return payload(CreateVenuePayload, async () => ({ venue: await this.venues.create(asked, viewer, input) }));
  }

  @Mutation(() => AddRoomPayload, { description: 'Adds a room to a venue.' })
  @Requires('offering.schedule')
  addRoom(
    @Args('input') input: AddRoomInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AddRoomPayload> {
    return payload(AddRoomPayload, async () => ({ room: await this.venues.addRoom(asked, viewer, input) }));
  }

  @ResolveField(() => CountryType, { description: 'The country it lies in.' })
  country(@Parent() venue: Venue, @Asked() asked: RequestContext): Promise<Country | null> {
    return this.reference.countriesByCode.of(asked).load(venue.countryCode);
  }

  @ResolveField(() => [RoomType], { description: 'Its rooms, by name.' })
  rooms(@Parent() venue: Venue, @Asked() asked: RequestContext): Promise<Room[]> {
    return this.loaders.roomsOf.of(asked).load(venue.id);
  }
}

@Resolver(() => OrganizationType)
export class OrganizationVenuesResolver {
  constructor(
    private readonly rights: SchedulingRights,
    private readonly loaders: VenueLoaders,
  ) {}

  @ResolveField(() => VenueConnection, {
    nullable: true,
    description: 'Places it teaches at, oldest entry first; null: you do not schedule for it.',
  })
  async venues(
    @Parent() { id }: Organization,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<Venue> | null> {
    if (!(await this.rights.in.of(asked).load(id))) return null;
    return this.loaders.ofOrganization.pages.of(asked).load({ parentId: id, first, after });
  }
}
