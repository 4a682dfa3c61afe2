import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsPlainText, Locale } from '#platform';
import { AreCodes } from '../course/are-codes.js';
import { CourseKind } from '../course/course-kind.js';
import { CourseOutcomeInput, CourseTranslationInput, WorkloadInput } from './content.input.js';

/** Left out is fine, null is not: there is no course without it. */
const IsGivenOrLeftOut = () => ValidateIf((_, value) => value !== undefined);

@InputType({ isAbstract: true })
abstract class OptionalContent {
  @Field(() => WorkloadInput, { nullable: true, description: 'How much time it takes; null: not yet said.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WorkloadInput)
  workload?: WorkloadInput | null;

  @Field(() => [CourseOutcomeInput], {
    nullable: true,
    description: 'What a person can do after it, at most 50, in the order to be read; null: none.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CourseOutcomeInput)
  outcomes?: CourseOutcomeInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Sectors it is made for, by code; null: any.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreCodes()
  sectorCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Roles whose holders it is made for, by code; null: any.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreCodes()
  roleCodes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Countries it is made for (ISO 3166-1 alpha-2); null: not tied to a country.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreCodes()
  countryCodes?: string[] | null;

  @Field(() => [Locale], {
    nullable: true,
    description: 'Languages it can be taught in, at most 20; null: not yet said.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  languages?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Courses to be taken before, at most 20: published ones, or others of the same provider; null: none.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  prerequisiteIds?: string[] | null;
}

@InputType({ description: 'Begins a course, as a draft that its editors alone see.' })
export class CreateCourseInput extends OptionalContent {
  @Field(() => ID, { description: 'Organization that gives the course.' })
  @IsUUID()
  providerId!: string;

  @Field(() => CourseKind, { description: 'What sort of training it is.' })
  @IsEnum(CourseKind)
  kind!: CourseKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Its name in addresses for good: 3 to 80 small Latin letters, digits and single hyphens; null: made from the title.',
  })
  @IsOptional()
  @Length(3, 80)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'slug must be small Latin letters, digits and single hyphens' })
  slug?: string | null;

  @Field(() => [CourseTranslationInput], {
    description: 'What it says, in 1 to 20 languages, each once; the first is the course’s first language.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CourseTranslationInput)
  translations!: CourseTranslationInput[];
}

@InputType({
  description:
    'Changes a draft; of a published course, the draft of its next version. What is left out stays, null clears, a list replaces the whole list.',
})
export class UpdateCourseInput extends OptionalContent {
  @Field(() => ID, { description: 'The course to change.' })
  @IsUUID()
  courseId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      '`Course.revision` as you read it; refused when somebody changed the course since. Null: change anyway.',
  })
  @IsOptional()
  @Min(1)
  expectedRevision?: number | null;

  @Field(() => CourseKind, { nullable: true, description: 'What sort of training it is; cannot be cleared.' })
  @IsGivenOrLeftOut()
  @IsEnum(CourseKind)
  kind?: CourseKind;

  @Field(() => [CourseTranslationInput], {
    nullable: true,
    description:
      'All that it says, in 1 to 20 languages, each once; the first is its first language. Cannot be cleared.',
  })
  @IsGivenOrLeftOut()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CourseTranslationInput)
  translations?: CourseTranslationInput[];
}

@InputType({ description: 'Publishes the draft of a course: everybody sees it, and it never changes again.' })
export class PublishCourseInput {
  @Field(() => ID, { description: 'The course to publish.' })
  @IsUUID()
  courseId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      '`Course.revision` as you read it; refused when somebody changed the course since. Null: publish anyway.',
  })
  @IsOptional()
  @Min(1)
  expectedRevision?: number | null;
}

@InputType({ description: 'Takes a course out of the catalog for good; what was begun with it goes on.' })
export class RetireCourseInput {
  @Field(() => ID, { description: 'The course to retire.' })
  @IsUUID()
  courseId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for everybody who still finds it, at most 500 characters; null: not said.',
  })
  @IsOptional()
  @IsPlainText(500)
  reason?: string | null;
}
