import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { CloseOfferingPayload, OpenOfferingPayload, ScheduleOfferingPayload } from './offering.payloads.js';
import { CloseOfferingInput, OpenOfferingInput } from './open-close.input.js';
import { Openings } from './openings.service.js';
import { ScheduleOfferingInput } from './schedule-offering.input.js';
import { Scheduling } from './scheduling.service.js';

@Resolver()
export class SchedulingResolver {
  constructor(
    private readonly scheduling: Scheduling,
    private readonly openings: Openings,
  ) {}

  @Mutation(() => ScheduleOfferingPayload, { description: 'Schedules the published version of a course.' })
  @Requires('offering.schedule')
  scheduleOffering(
    @Args('input') input: ScheduleOfferingInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ScheduleOfferingPayload> {
    return payload(ScheduleOfferingPayload, async () => ({
      offering: await this.scheduling.schedule(asked, viewer, input),
    }));
  }

  @Mutation(() => OpenOfferingPayload, {
    description: 'Lets people enroll in an offering that is TENTATIVE or CLOSED; free seats go to those who wait.',
  })
  @Requires('offering.schedule')
  openOffering(
    @Args('input') { offeringId }: OpenOfferingInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OpenOfferingPayload> {
    return payload(OpenOfferingPayload, async () => ({
      offering: await this.openings.open(asked, viewer, offeringId),
    }));
  }

  @Mutation(() => CloseOfferingPayload, {
    description: 'Stops people from enrolling in an offering that is OPEN; those who wait keep their places.',
  })
  @Requires('offering.schedule')
  closeOffering(
    @Args('input') { offeringId }: CloseOfferingInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CloseOfferingPayload> {
    return payload(CloseOfferingPayload, async () => ({
      offering: await this.openings.close(asked, viewer, offeringId),
    }));
  }
}
