import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Locale, Node } from '#platform';
import { CourseKind } from './course-kind.js';
import { CourseStage } from './course-stage.js';

@ObjectType({ description: 'How much time a course takes.' })
export class Workload {
  @Field(() => Float, { description: 'Academic hours, 0.5 to 10,000.' })
  academicHours!: number;

  @Field(() => Int, { description: 'Length of one academic hour in minutes, 30 to 90; mostly 45.' })
  minutesPerAcademicHour!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What prescribes the hours, such as a legal act; null: the provider’s own choice.',
  })
  source!: string | null;
}

@ObjectType('CourseTranslation', { description: 'What a course says in one language, for its editors.' })
export class CourseTranslationType {
  @Field(() => Locale, { description: 'The language.' })
  locale!: string;

  @Field(() => String, { description: 'At most 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters; null: not written.' })
  summary!: string | null;
}

@ObjectType({ description: 'A text in one language.' })
export class LocalizedText {
  @Field(() => Locale, { description: 'The language.' })
  locale!: string;

  @Field(() => String, { description: 'The text itself.' })
  text!: string;
}

@ObjectType('CourseOutcome', { description: 'One thing a person can do after the course.' })
export class CourseOutcomeType {
  @Field(() => ID, { description: 'Opaque identifier; another one in each version of the course.' })
  id!: string;

  @Field(() => [LocalizedText], { description: 'Its text in every language it was written in.' })
  translations!: LocalizedText[];
}

@ObjectType('Course', {
  implements: () => Node,
  description: 'What can be taught, without date or place. Shows its published version, or its draft before the first.',
})
export class CourseType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, {
    description: 'Its name in addresses: small Latin letters, digits and hyphens; never changes.',
  })
  slug!: string;

  @Field(() => CourseStage, { description: 'How far it has come. Expect values to be added.' })
  stage!: CourseStage;

  @Field(() => CourseKind, { description: 'What sort of training it is. Expect values to be added.' })
  kind!: CourseKind;

  @Field(() => Int, { description: 'Number of the version shown, from 1.' })
  versionNumber!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the version shown was published; null: a draft.' })
  publishedAt!: Date | null;

  @Field(() => [Locale], { description: 'Languages it can be taught in, in alphabetical order of their tags.' })
  languages!: string[];
}

@ObjectType('CourseVersion', {
  implements: () => Node,
  description: 'All that a course says at one time. Immutable once published; an offering keeps the one it began with.',
})
export class CourseVersionType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, in the order in which they were begun.' })
  number!: number;

  @Field(() => CourseKind, { description: 'What sort of training it is. Expect values to be added.' })
  kind!: CourseKind;

  @Field(() => DateTime, { nullable: true, description: 'Null: the draft of the next version.' })
  publishedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => [Locale], { description: 'Languages it can be taught in, in alphabetical order of their tags.' })
  languages!: string[];
}
