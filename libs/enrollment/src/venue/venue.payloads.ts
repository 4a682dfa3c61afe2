import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { AddRoomError, CreateVenueError } from './venue.reasons.js';
import { RoomType, VenueType } from './venue.type.js';

@ObjectType({ description: 'Answer to `createVenue`.' })
export class CreateVenuePayload {
  @Field(() => VenueType, { nullable: true, description: 'The new venue. Null: refused.' })
  venue!: VenueType | null;

  @Field(() => [CreateVenueError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `addRoom`.' })
export class AddRoomPayload {
  @Field(() => RoomType, { nullable: true, description: 'The new room. Null: refused.' })
  room!: RoomType | null;

  @Field(() => [AddRoomError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
