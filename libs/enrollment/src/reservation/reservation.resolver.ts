import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
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
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLoaders } from '../offering/offering.loaders.js';
import { OfferingType } from '../offering/offering.type.js';
import { ReleaseSeatsInput, ReserveSeatsInput } from './reservation.inputs.js';
import { ReleaseSeatsPayload, ReserveSeatsPayload } from './reservation.payloads.js';
import { ReservationReads } from './reservation.reads.js';
import { SeatReservationType } from './reservation.type.js';
import { Reservations } from './reservations.service.js';
import type { SeatReservation } from './seat-reservation.entity.js';

const SeatReservationConnection = connectionOf('SeatReservation', () => SeatReservationType);

@Resolver(() => SeatReservationType)
export class ReservationResolver {
  constructor(
    private readonly reservations: Reservations,
    private readonly organizations: OrganizationLoaders,
    private readonly offerings: OfferingLoaders,
  ) {}

  @Mutation(() => ReserveSeatsPayload, {
    description:
      'Keeps seats of an offering for an organization: given by the provider, or passed down by who has them.',
  })
  @Requires('enrollment.nominate')
  reserveSeats(
    @Args('input') input: ReserveSeatsInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReserveSeatsPayload> {
    return payload(ReserveSeatsPayload, async () => ({
      reservation: await this.reservations.reserve(asked, viewer, input),
    }));
  }

  @Mutation(() => ReleaseSeatsPayload, {
    description: 'Gives back reserved seats that nobody was named for, to where they came from.',
  })
  @Requires('enrollment.nominate')
  releaseSeats(
    @Args('input') input: ReleaseSeatsInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReleaseSeatsPayload> {
    return payload(ReleaseSeatsPayload, async () => ({
      reservation: await this.reservations.release(asked, viewer, input),
    }));
  }

  @ResolveField(() => OrganizationType, { description: 'The organization that has the seats.' })
  holder(@Parent() { organizationId }: SeatReservation, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(organizationId);
  }

  @ResolveField(() => OfferingType, { description: 'The offering the seats are in.' })
  offering(@Parent() { offeringId }: SeatReservation, @Asked() asked: RequestContext): Promise<Offering | null> {
    return this.offerings.byId.of(asked).load(offeringId);
  }
}

@Resolver(() => OfferingType)
export class OfferingReservationsResolver {
  constructor(private readonly reads: ReservationReads) {}

  @ResolveField(() => SeatReservationConnection, {
    description:
      'Seats kept for organizations, oldest first: all for the provider, and for a holder its own and what it passed down.',
  })
  seatReservations(
    @Parent() { id }: Offering,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<SeatReservation>> {
    return this.reads.pages.of(asked).load({ offeringId: id, first, after });
  }
}
