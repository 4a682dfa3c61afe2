import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsEnum, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsPlainText } from '#platform';
import { OutcomeReached } from '../request/request.type.js';

@InputType({ description: 'Ties offerings to a request; said again, it adds more.' })
export class ScheduleProgramRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => [ID], { description: 'Offerings of the accepted courses, 1 to 50.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  offeringIds!: string[];
}

@InputType({ description: 'Says what came of a request.' })
export class EvaluateProgramRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => ID, { description: 'Who says so: the organization that asked, or one that supported it.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => [OutcomeReached], { description: 'One for each of the request’s outcomes, in their order.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsEnum(OutcomeReached, { each: true })
  outcomes!: OutcomeReached[];

  @Field(() => Int, { description: 'From 1, poor, to 5, very good.' })
  @Min(1)
  @Max(5)
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In one’s own words, at most 5,000 characters; null: nothing.' })
  @IsOptional()
  @IsPlainText(5_000)
  comment?: string | null;
}
