import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Locale } from '#platform';
import { CountryType, SectorType } from '#reference';
import { CourseKind } from '../course/course-kind.js';

@ObjectType({ description: 'How many courses are of a kind.' })
export class KindCount {
  @Field(() => CourseKind, { description: 'The kind.' })
  value!: CourseKind;
  @Field(() => Int, { description: 'Courses, from 1.' })
  count!: number;
}

@ObjectType({ description: 'How many courses are for a sector.' })
export class SectorCount {
  @Field(() => SectorType, { description: 'The sector.' })
  sector!: SectorType;
  @Field(() => Int, { description: 'Courses, from 1.' })
  count!: number;
}

@ObjectType({ description: 'How many courses are taught in a language.' })
export class LanguageCount {
  @Field(() => Locale, { description: 'The language.' })
  value!: string;
  @Field(() => Int, { description: 'Courses, from 1.' })
  count!: number;
}

@ObjectType({ description: 'How many courses are for a country.' })
export class CountryCount {
  @Field(() => CountryType, { description: 'The country.' })
  country!: CountryType;
  @Field(() => Int, { description: 'Courses, from 1.' })
  count!: number;
}

@ObjectType({
  description:
    'What could be chosen next, with how many courses would then be listed. Each counts under the whole filter but its own part; the most frequent first, and none with zero.',
})
export class CourseFacets {
  @Field(() => [KindCount], { description: 'By kind.' })
  kinds!: KindCount[];
  @Field(() => [SectorCount], { description: 'By sector; a course for several counts in each.' })
  sectors!: SectorCount[];
  @Field(() => [LanguageCount], { description: 'By language of instruction; a course in several counts in each.' })
  languages!: LanguageCount[];
  @Field(() => [CountryCount], { description: 'By country; a course for several counts in each.' })
  countries!: CountryCount[];
  @Field(() => Boolean, {
    description:
      'Whether every course was counted. False: the catalog holds more than 130,000 courses, or more than 20,000 are listed by their stages; then only part of them was counted, each count says “at least”, and values of few courses may be missing.',
  })
  isWhole!: boolean;
}
