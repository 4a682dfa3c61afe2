import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';

@InputType({ description: 'Lets people enroll.' })
export class OpenOfferingInput {
  @Field(() => ID, { description: 'The offering, TENTATIVE or CLOSED.' })
  @IsUUID()
  offeringId!: string;
}

@InputType({ description: 'Stops people from enrolling.' })
export class CloseOfferingInput {
  @Field(() => ID, { description: 'The offering, OPEN.' })
  @IsUUID()
  offeringId!: string;
}
