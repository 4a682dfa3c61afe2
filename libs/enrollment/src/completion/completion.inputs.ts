import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsEmpty,
  IsEnum,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Day, IsPlainText } from '#platform';
import { Completion } from './completion.enums.js';

const LONGEST_REASON = 1_000;
const MOST_LINES = 100;

@InputType({ description: 'How one person’s training ended.' })
export class CompletionLineInput {
  @Field(() => ID, { description: 'An enrollment in the offering, with a confirmed seat.' })
  @IsUUID()
  enrollmentId!: string;

  @Field(() => Completion, { nullable: true, description: 'How it ended; null takes back what was recorded.' })
  @IsOptional()
  @IsEnum(Completion)
  completion?: Completion | null;

  @Field(() => Day, {
    nullable: true,
    description:
      'The day it was completed, from the first day of the offering until today in its time zone; null: the day of the last session. Only with COMPLETED.',
  })
  @ValidateIf(({ completion }: CompletionLineInput) => completion !== Completion.COMPLETED)
  @IsEmpty()
  completedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, told to the person; at most 1,000 characters. Needed to change what was recorded before; null: none.',
  })
  @IsOptional()
  @IsPlainText(LONGEST_REASON)
  reason?: string | null;
}

@InputType({ description: 'Records who completed an offering.' })
export class RecordCompletionsInput {
  @Field(() => ID, { description: 'The offering; its last session has begun.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => [CompletionLineInput], {
    description: '1 to 100 people, nobody twice; each is answered on its own.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ArrayUnique((line: CompletionLineInput) => String(line.enrollmentId).toLowerCase())
  @ValidateNested({ each: true })
  @Type(() => CompletionLineInput)
  lines!: CompletionLineInput[];
}
