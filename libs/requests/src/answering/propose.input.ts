import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsNumber,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CourseKind } from '#catalog';
import { Day, IsPlainText, MoneyInput } from '#platform';

@InputType({ description: 'A course that there is, by its id, or a new one by title, kind and hours; never both.' })
export class ProposedCourseInput {
  @Field(() => ID, { nullable: true, description: 'A course of this academy; null: a new one.' })
  @IsOptional()
  @IsUUID()
  courseId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Title of the new course in the language of the request, at most 200 characters; null: not a new one.',
  })
  @IsOptional()
  @IsPlainText(200)
  title?: string | null;

  @Field(() => CourseKind, { nullable: true, description: 'Sort of the new course; null: not a new one.' })
  @IsOptional()
  @IsEnum(CourseKind)
  kind?: CourseKind | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Academic hours of the new course, 0.5 to 10,000; null: not a new one.',
  })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.5)
  @Max(10_000)
  academicHours?: number | null;
}

@InputType({ description: 'Proposes a program, or revises the proposal.' })
export class ProposeProgramInput {
  @Field(() => ID, { description: 'The request it answers.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => [ProposedCourseInput], { description: 'What is taught, 1 to 20 courses, in their order.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ProposedCourseInput)
  courses!: ProposedCourseInput[];

  @Field(() => Float, { description: 'Academic hours of the whole program, 0.5 to 10,000.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.5)
  @Max(10_000)
  academicHours!: number;

  @Field(() => Day, { description: 'First day.' })
  startsOn!: string;

  @Field(() => Day, { description: 'Last day.' })
  endsOn!: string;

  @Field(() => Int, { description: 'Seats for all who asked together, 1 to 100,000.' })
  @Min(1)
  @Max(100_000)
  seats!: number;

  @Field(() => MoneyInput, { nullable: true, description: 'For one person; null: free of charge.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  price?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'What to say to it, at most 5,000 characters; null: nothing.' })
  @IsOptional()
  @IsPlainText(5_000)
  comment?: string | null;
}

@InputType({ description: 'Accepts a proposal.' })
export class AcceptProposalInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @Min(1)
  version!: number;
}

@InputType({ description: 'Gives a proposal back to the academy.' })
export class ReturnProposalInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @Min(1)
  version!: number;

  @Field(() => String, { description: 'What must change, at most 5,000 characters.' })
  @IsPlainText(5_000)
  comment!: string;
}
