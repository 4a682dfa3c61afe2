import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { CourseKind } from '#catalog';
import { DeliveryMode } from '#enrollment';
import { Day, IsPlainText, Locale } from '#platform';
import { PeopleInPlaceInput } from './people.input.js';

@InputType({
  description:
    'What a union needs. A draft may leave out all but the language and the title; it is whole when handed in.',
})
export class ProgramNeedInput {
  @Field(() => Locale, { description: 'The language these texts are written in.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'What it is called, at most 200 characters.' })
  @IsPlainText(200)
  title!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'What people must be able to do afterwards: at most 20, each of at most 500 characters; null: none yet.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsPlainText(500, { each: true })
  outcomes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why it is needed, at most 5,000 characters; null: not said.' })
  @IsOptional()
  @IsPlainText(5_000)
  why?: string | null;

  @Field(() => [String], { nullable: true, description: 'Sectors it is for, by code, at most 20; null or empty: any.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(100, { each: true })
  sectorCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Roles it is for, by code, at most 20; null or empty: any.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(100, { each: true })
  roleCodes?: string[] | null;

  @Field(() => [Locale], {
    nullable: true,
    description: 'Languages it should be taught in, at most 20; null: not yet said.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  languages?: string[] | null;

  @Field(() => [CourseKind], { nullable: true, description: 'Sorts of training wished for; null or empty: any.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsEnum(CourseKind, { each: true })
  courseKinds?: CourseKind[] | null;

  @Field(() => [DeliveryMode], { nullable: true, description: 'Ways of teaching wished for; null or empty: any.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsEnum(DeliveryMode, { each: true })
  deliveryModes?: DeliveryMode[] | null;

  @Field(() => Day, { nullable: true, description: 'First day on which it may begin; null: not yet said.' })
  @IsOptional()
  periodFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on which it may end; null: not yet said.' })
  @IsOptional()
  periodTo?: string | null;

  @Field(() => [PeopleInPlaceInput], {
    nullable: true,
    description: 'How many people, each place once, at most 200 places; null: not yet said.',
  })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PeopleInPlaceInput)
  people?: PeopleInPlaceInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The academy it is for; null: any academy.' })
  @IsOptional()
  @IsUUID()
  addressedToId?: string | null;
}
