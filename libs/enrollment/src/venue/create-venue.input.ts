import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsPlainText } from '#platform';

@InputType({ description: 'A room of a new venue.' })
export class RoomInput {
  @Field(() => String, { description: 'Unique in the venue; at most 100 characters.' })
  @IsPlainText(100)
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many people fit, 1 to 100,000; null: not known.' })
  @IsOptional()
  @Min(1)
  @Max(100_000)
  seats?: number | null;
}

@InputType({ description: 'Enters a place where people are taught.' })
export class CreateVenueInput {
  @Field(() => ID, { description: 'The organization whose it is, or that uses it.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => String, { description: 'As a sign at the door says it; at most 200 characters.' })
  @IsPlainText(200)
  name!: string;

  @Field(() => String, { description: 'City or town; at most 100 characters.' })
  @IsPlainText(100)
  locality!: string;

  @Field(() => String, { nullable: true, description: 'Street and house; at most 300 characters. Null: not given.' })
  @IsOptional()
  @IsPlainText(300)
  address?: string | null;

  @Field(() => String, { description: 'Country it lies in (ISO 3166-1 alpha-2); see `countries`.' })
  @MaxLength(10)
  countryCode!: string;

  @Field(() => String, { description: 'IANA time zone it lies in; see `countries.timeZones`.' })
  @MaxLength(100)
  timeZone!: string;

  @Field(() => [RoomInput], { defaultValue: [], description: 'Its rooms, at most 200; more are added by `addRoom`.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RoomInput)
  rooms!: RoomInput[];
}

@InputType({ description: 'Adds a room to a venue.' })
export class AddRoomInput {
  @Field(() => ID, { description: 'The venue that has the room.' })
  @IsUUID()
  venueId!: string;

  @Field(() => String, { description: 'Unique in the venue; at most 100 characters.' })
  @IsPlainText(100)
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many people fit, 1 to 100,000; null: not known.' })
  @IsOptional()
  @Min(1)
  @Max(100_000)
  seats?: number | null;
}
