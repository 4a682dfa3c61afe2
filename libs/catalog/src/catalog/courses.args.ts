import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { IsPlainText, Locale, PageArgs } from '#platform';
import { AreCodes } from '../course/are-codes.js';
import { CourseKind } from '../course/course-kind.js';
import { CourseStage } from '../course/course-stage.js';

export enum CourseOrder {
  RELEVANCE = 'RELEVANCE',
  NEWEST = 'NEWEST',
  TITLE = 'TITLE',
}

registerEnumType(CourseOrder, {
  name: 'CourseOrder',
  description: 'Order of a list of courses. Expect values to be added.',
  valuesMap: {
    RELEVANCE: {
      description:
        'Found in titles before found elsewhere, whole words before beginnings before misspellings, then the newest. Without a text: NEWEST.',
    },
    NEWEST: { description: 'The last published first; drafts by when they were begun.' },
    TITLE: {
      description:
        'Alphabetical, in the first language the reader asks for that the countries use, else English. A course without that language stands by the title its readers see instead.',
    },
  },
});

@InputType({
  description:
    'Which courses: those that fit every part given, and within a part any of its values. Left out, null or empty: does not narrow.',
})
export class CourseFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to find in titles, summaries, outcomes, sectors and roles in any language; at most 200 characters, the first 12 words count. Each word must be there: as it is, as a beginning, or misspelt. Letters, marks and scripts are folded: Uzbek and Kazakh are found in Latin and Cyrillic either way.',
  })
  // A blank box narrows nothing; anything else must be a plain text.
  @ValidateIf((filter: CourseFilter) => typeof filter.text === 'string' && !/^[\s]*$/.test(filter.text))
  @IsPlainText(200)
  text?: string | null;

  @Field(() => [CourseKind], { nullable: true, description: 'Kinds of course.' })
  @IsOptional()
  @ArrayMaxSize(20)
  kinds?: CourseKind[] | null;

  @Field(() => [String], { nullable: true, description: 'Sectors by code; see `sectors`.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreCodes()
  sectorCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Target roles by code; see `trainingRoles`.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreCodes()
  roleCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Countries a course is made for (ISO 3166-1 alpha-2).' })
  @IsOptional()
  @ArrayMaxSize(50)
  @AreCodes()
  countryCodes?: string[] | null;

  @Field(() => [Locale], { nullable: true, description: 'Languages a course can be taught in.' })
  @IsOptional()
  @ArrayMaxSize(20)
  languages?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Organization that gives the course.' })
  @IsOptional()
  @IsUUID()
  providerId?: string | null;

  @Field(() => [CourseStage], {
    nullable: true,
    description:
      'How far the courses have come; left out: PUBLISHED. Drafts and retired courses are listed for those who may edit them only.',
  })
  @IsOptional()
  @ArrayMaxSize(3)
  stages?: CourseStage[] | null;
}

@ArgsType()
export class CoursesArgs extends PageArgs {
  @Field(() => CourseFilter, { nullable: true, description: 'Which courses; null: all published ones.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CourseFilter)
  filter?: CourseFilter | null;

  @Field(() => CourseOrder, { nullable: true, description: 'Null: RELEVANCE with a text, NEWEST without.' })
  @IsOptional()
  orderBy?: CourseOrder | null;
}
