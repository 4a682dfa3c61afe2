import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { type Reason, reasonsOf } from '#platform';
import { UnknownCode } from '#reference';
import { CourseType } from '../course/course.type.js';
import {
  CourseChangedMeanwhile,
  CourseNotFound,
  CourseRetired,
  PrerequisiteLoop,
  PrerequisiteNotFound,
  SlugTaken,
  TranslationRepeated,
} from './course.reasons.js';
import {
  LanguageMissing,
  NothingToPublish,
  OutcomeMissing,
  OutcomeTranslationMissing,
  PrerequisiteNotPublished,
  TranslationMissing,
  WorkloadMissing,
} from './publish.reasons.js';

export const CreateCourseError = reasonsOf('CreateCourseError', 'Why a course could not be begun.', [
  OrganizationNotFound,
  SlugTaken,
  TranslationRepeated,
  UnknownCode,
  PrerequisiteNotFound,
]);

export const UpdateCourseError = reasonsOf('UpdateCourseError', 'Why a course could not be changed.', [
  CourseNotFound,
  CourseRetired,
  CourseChangedMeanwhile,
  TranslationRepeated,
  UnknownCode,
  PrerequisiteNotFound,
  PrerequisiteLoop,
]);

export const PublishCourseError = reasonsOf(
  'PublishCourseError',
  'Why a course could not be published. All that is missing is told at once.',
  [
    CourseNotFound,
    CourseRetired,
    CourseChangedMeanwhile,
    NothingToPublish,
    LanguageMissing,
    TranslationMissing,
    WorkloadMissing,
    OutcomeMissing,
    OutcomeTranslationMissing,
    PrerequisiteNotPublished,
  ],
);

export const RetireCourseError = reasonsOf('RetireCourseError', 'Why a course could not be retired.', [
  CourseNotFound,
  CourseRetired,
]);

@ObjectType({ description: 'Answer to `createCourse`.' })
export class CreateCoursePayload {
  @Field(() => CourseType, { nullable: true, description: 'The new draft. Null: refused.' })
  course!: CourseType | null;

  @Field(() => [CreateCourseError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `updateCourse`.' })
export class UpdateCoursePayload {
  @Field(() => CourseType, {
    nullable: true,
    description: 'The course; of a published one, the changes are in its `draft`. Null: refused.',
  })
  course!: CourseType | null;

  @Field(() => [UpdateCourseError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `publishCourse`.' })
export class PublishCoursePayload {
  @Field(() => CourseType, { nullable: true, description: 'The course as everybody sees it now. Null: refused.' })
  course!: CourseType | null;

  @Field(() => [PublishCourseError], { description: 'Everything that stands in the way; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `retireCourse`.' })
export class RetireCoursePayload {
  @Field(() => CourseType, { nullable: true, description: 'The retired course. Null: refused.' })
  course!: CourseType | null;

  @Field(() => [RetireCourseError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
