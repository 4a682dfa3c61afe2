import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Day } from '#platform';

@InputType({ description: 'Keeps seats of an offering for an organization, which names people for them later.' })
export class ReserveSeatsInput {
  @Field(() => ID, { description: 'Offering the seats are in.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => ID, { description: 'Organization that is to have them.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => Int, { description: 'How many, 1 to 100,000, and no more than are left to give.' })
  @IsInt()
  @Min(1)
  @Max(100_000)
  seats!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'A reservation of yours to pass these seats down from, to an organization below; null: free seats of the offering, given by its provider.',
  })
  @IsOptional()
  @IsUUID()
  fromReservationId?: string | null;

  @Field(() => Day, {
    nullable: true,
    description:
      'The day on which unused seats go back, as it begins where the offering is; null: as the reservation they come from, or never.',
  })
  @IsOptional()
  releaseOn?: string | null;
}

@InputType({ description: 'Gives back reserved seats that nobody was named for.' })
export class ReleaseSeatsInput {
  @Field(() => ID, { description: 'Reservation they are in.' })
  @IsUUID()
  reservationId!: string;

  @Field(() => Int, { nullable: true, description: 'How many, from 1; null: all that nobody was named for.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  seats?: number | null;
}
