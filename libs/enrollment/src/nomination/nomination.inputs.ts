import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsPlainText } from '#platform';
import { WhenFull } from '../enrollment/enrollment.enums.js';

const LONGEST_NOTE = 1_000;

@InputType({ description: 'One person an organization names.' })
export class NominationLineInput {
  @Field(() => ID, { description: 'Who; belongs to the organization, or to one below it.' })
  @IsUUID()
  personId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The reservation the seat is to come from, and from nowhere else; null: any of the organization’s that has seats, else an open seat or the queue.',
  })
  @IsOptional()
  @IsUUID()
  reservationId?: string | null;

  @Field(() => Int, {
    defaultValue: 0,
    description:
      'Who goes first among those the organization names, 0 to 10; higher first. It moves nobody ahead of others in the queue.',
  })
  @IsInt()
  @Min(0)
  @Max(10)
  priority!: number;

  @Field(() => String, {
    nullable: true,
    description: 'A word about the person, at most 1,000 characters; null: none.',
  })
  @IsOptional()
  @IsPlainText(LONGEST_NOTE)
  note?: string | null;
}

@InputType({ description: 'An organization names people for an offering.' })
export class NominateInput {
  @Field(() => ID, { description: 'Offering they are to attend.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => ID, { description: 'Organization that names them.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => [NominationLineInput], { description: '1 to 100 people; each is answered on its own.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => NominationLineInput)
  lines!: NominationLineInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether nobody is placed when one line is refused. Waiting is no refusal, unless `whenFull` says so.',
  })
  @IsBoolean()
  allOrNothing!: boolean;

  @Field(() => WhenFull, { defaultValue: WhenFull.WAIT, description: 'What to do for those for whom no seat is left.' })
  @IsEnum(WhenFull)
  whenFull!: WhenFull;
}

export enum NominationAnswer {
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
}

registerEnumType(NominationAnswer, {
  name: 'NominationAnswer',
  description: 'What a person says to being nominated.',
  valuesMap: {
    ACCEPT: { description: 'Wants to come.' },
    DECLINE: { description: 'Does not want to come; the place goes back to those who named them.' },
  },
});

@InputType({ description: 'Says whether one comes to what one was named for.' })
export class AnswerNominationInput {
  @Field(() => ID, { description: 'The viewer’s own enrollment.' })
  @IsUUID()
  enrollmentId!: string;

  @Field(() => NominationAnswer, { description: 'The answer.' })
  @IsEnum(NominationAnswer)
  answer!: NominationAnswer;
}

@InputType({ description: 'Names somebody else in a nominee’s stead.' })
export class SubstituteEnrolleeInput {
  @Field(() => ID, { description: 'Enrollment of the person who does not come.' })
  @IsUUID()
  enrollmentId!: string;

  @Field(() => ID, {
    description: 'Who comes instead; belongs to the organization that named them, or to one below it.',
  })
  @IsUUID()
  personId!: string;
}

@InputType({ description: 'Takes back whom an organization named.' })
export class WithdrawNominationInput {
  @Field(() => ID, { description: 'Enrollment of the person named.' })
  @IsUUID()
  enrollmentId!: string;

  @Field(() => String, { description: 'Why, for the person and those who decide; at most 1,000 characters.' })
  @IsPlainText(LONGEST_NOTE)
  reason!: string;
}
