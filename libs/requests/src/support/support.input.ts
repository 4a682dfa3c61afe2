import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsUUID, ValidateNested } from 'class-validator';
import { PeopleInPlaceInput } from '../asking/people.input.js';

@InputType({ description: 'Joins a request with people of one’s own; said again, it changes their numbers.' })
export class SupportProgramRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => ID, { description: 'The organization that joins.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => [PeopleInPlaceInput], { description: 'How many people, each place once, 1 to 200 places.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PeopleInPlaceInput)
  people!: PeopleInPlaceInput[];
}

@InputType({ description: 'Supports a request no longer.' })
export class WithdrawSupportInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => ID, { description: 'The organization that no longer joins.' })
  @IsUUID()
  organizationId!: string;
}
