import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { Reason, reasonsOf, UserError } from '#platform';
import { UnknownCode } from '#reference';

@ObjectType({ implements: () => UserError, description: 'There is no such venue, or not for you to use.' })
export class VenueNotFound extends Reason {
  constructor() {
    super('enrollment.venue-not-found', ['venueId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The venue has two rooms of one name.' })
export class RoomNameTaken extends Reason {
  @Field(() => String, { description: 'The name that comes twice.' })
  readonly name: string;

  constructor(name: string, path: string[]) {
    super('enrollment.room-name-taken', path);
    this.name = name;
  }
}

export const CreateVenueError = reasonsOf('CreateVenueError', 'Why a venue was refused.', [
  OrganizationNotFound,
  UnknownCode,
  RoomNameTaken,
]);

export const AddRoomError = reasonsOf('AddRoomError', 'Why a room was refused.', [VenueNotFound, RoomNameTaken]);
