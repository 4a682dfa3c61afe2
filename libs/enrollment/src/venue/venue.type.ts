import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Room', { description: 'A room of a venue.' })
export class RoomType {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'As it is known in the house, for example `204`.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many people fit; null: not known.' })
  seats!: number | null;
}

@ObjectType('Venue', { description: 'A place where people are taught.' })
export class VenueType {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'As a sign at the door says it; not translated.' })
  name!: string;

  @Field(() => String, { description: 'City or town.' })
  locality!: string;

  @Field(() => String, { nullable: true, description: 'Street and house; null: not given.' })
  address!: string | null;

  @Field(() => String, { description: 'IANA time zone it lies in, for example `Asia/Almaty`.' })
  timeZone!: string;
}
