import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsPlainText } from '#platform';

const LONGEST_NOTE = 1_000;

@InputType({ description: 'Gives up a place or a wait.' })
export class CancelEnrollmentInput {
  @Field(() => ID, { description: 'Enrollment to give up.' })
  @IsUUID()
  enrollmentId!: string;

  @Field(() => String, { nullable: true, description: 'Why, at most 1,000 characters; null: no word.' })
  @IsOptional()
  @IsPlainText(LONGEST_NOTE)
  note?: string | null;
}

@InputType({ description: 'Takes an offered seat.' })
export class AcceptSeatOfferInput {
  @Field(() => ID, { description: 'Enrollment the seat is offered to.' })
  @IsUUID()
  enrollmentId!: string;
}

@InputType({ description: 'Leaves an offered seat to the next in the queue.' })
export class DeclineSeatOfferInput {
  @Field(() => ID, { description: 'Enrollment the seat is offered to.' })
  @IsUUID()
  enrollmentId!: string;
}

@InputType({ description: 'Moves somebody in the queue.' })
export class PrioritizeEnrollmentInput {
  @Field(() => ID, { description: 'Enrollment that waits.' })
  @IsUUID()
  enrollmentId!: string;

  @Field(() => Int, { description: '-100 to 100; higher goes first, equal ones by their number.' })
  @Min(-100)
  @Max(100)
  priority!: number;

  @Field(() => String, { description: 'Why; the audit keeps it. At most 1,000 characters.' })
  @IsPlainText(LONGEST_NOTE)
  reason!: string;
}

@InputType({ description: 'Sets how many seats an offering has.' })
export class ChangeCapacityInput {
  @Field(() => ID, { description: 'Offering to change.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => Int, { description: '1 to 100,000, and not below the seats taken.' })
  @Min(1)
  @Max(100_000)
  capacity!: number;
}

@InputType({ description: 'Cancels an offering as a whole.' })
export class CancelOfferingInput {
  @Field(() => ID, { description: 'Offering to cancel.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => String, { description: 'Told to everybody who had a place; at most 1,000 characters.' })
  @IsPlainText(LONGEST_NOTE)
  reason!: string;
}
