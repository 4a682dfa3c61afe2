import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, type RequestContext } from '#platform';
import type { Instructor } from '../instructor/instructor.entity.js';
import { InstructorLoaders } from '../instructor/instructor.loaders.js';
import { InstructorType } from '../instructor/instructor.type.js';
import type { Room } from '../venue/room.entity.js';
import { VenueLoaders } from '../venue/venue.loaders.js';
import { RoomType } from '../venue/venue.type.js';
import { OfferingLoaders } from './offering.loaders.js';
import type { Session } from './session.entity.js';
import { SessionType } from './session.type.js';

@Resolver(() => SessionType)
export class SessionResolver {
  constructor(
    private readonly loaders: OfferingLoaders,
    private readonly venues: VenueLoaders,
    private readonly teaching: InstructorLoaders,
  ) {}

  @ResolveField(() => RoomType, { nullable: true, description: 'Where it meets; null: online, or not yet known.' })
  async room(@Parent() { roomId }: Session, @Asked() asked: RequestContext): Promise<Room | null> {
    return roomId ? this.venues.roomById.of(asked).load(roomId) : null;
  }

  @ResolveField(() => [InstructorType], { description: 'Who teaches it; empty: not yet known.' })
  async instructors(@Parent() { id }: Session, @Asked() asked: RequestContext): Promise<Instructor[]> {
    return this.teaching.byId.loadAll(await this.loaders.instructorIdsOfSession.of(asked).load(id), asked);
  }
}
