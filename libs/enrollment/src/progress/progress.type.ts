import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CurriculumType, CurriculumVersionType, PlacedModule, RecognitionVerdict } from '#curriculum';
import { Day } from '#platform';
import { ModuleState, ProgressStanding } from './progress.rules.js';

registerEnumType(ModuleState, {
  name: 'ModuleProgressState',
  description: 'Where a learner stands with a module.',
  valuesMap: {
    SATISFIED: { description: 'A completed course delivered it.' },
    AVAILABLE: { description: 'It can be taken now.' },
    WAITING: { description: 'Other modules are to be taken before it.' },
  },
});

registerEnumType(ProgressStanding, {
  name: 'CurriculumProgressStanding',
  description: 'Where a learner stands in a curriculum. Expect values to be added.',
  valuesMap: {
    NOT_BEGUN: { description: 'Nothing that counts was completed.' },
    IN_PROGRESS: { description: 'Something is done, something remains.' },
    RECOGNIZED: { description: 'The program of another country was completed, and counts here.' },
    COMPLETED: { description: 'Every compulsory module is satisfied.' },
  },
});

@ObjectType({ description: 'What delivered a module to a learner.' })
export class ModuleCompletion {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => ID, { description: 'The enrollment in which it was completed.' })
  enrollmentId!: string;

  @Field(() => Day, { description: 'Day of completion.' })
  completedOn!: string;
}

@ObjectType({ description: 'How far a learner has come with one module.' })
export class CurriculumModuleProgress {
  @Field(() => PlacedModule, { description: 'The module in its place.' })
  module!: PlacedModule;

  @Field(() => ModuleState, { description: 'Where the learner stands with it.' })
  state!: ModuleState;

  @Field(() => ModuleCompletion, { nullable: true, description: 'The first that delivered it; null: none has.' })
  satisfiedBy!: ModuleCompletion | null;

  @Field(() => [ID], { description: 'With WAITING: modules to be taken before it.' })
  waitsForModuleIds!: string[];
}

@ObjectType({ description: 'What the completed program of another country is worth here.' })
export class ProgressRecognition {
  @Field(() => String, { description: 'Where it was completed (ISO 3166-1 alpha-2).' })
  fromCountryCode!: string;

  @Field(() => RecognitionVerdict, { description: 'Whether it counts. See `recognition`.' })
  verdict!: RecognitionVerdict;

  @Field(() => [ID], { description: 'Modules of this program to be taken before it counts.' })
  bridgeModuleIds!: readonly string[];
}

@ObjectType({ description: 'How far a learner has come through one version of a curriculum.' })
export class CurriculumProgress {
  @Field(() => CurriculumType, { description: 'What is followed: the variant for the country, else the base.' })
  curriculum!: CurriculumType;

  @Field(() => CurriculumVersionType, { description: 'The version that is followed.' })
  version!: CurriculumVersionType;

  @Field(() => String, { nullable: true, description: 'Country that was looked for; null: not known.' })
  countryCode!: string | null;

  @Field(() => ProgressStanding, { description: 'Where the learner stands.' })
  standing!: ProgressStanding;

  @Field(() => String, {
    nullable: true,
    description: 'Country whose completed program counts here, alone or with its bridge; null: none does.',
  })
  recognizedFrom!: string | null;

  @Field(() => Float, { description: 'Academic hours of compulsory modules that are satisfied.' })
  hoursDone!: number;

  @Field(() => Float, { description: 'Academic hours of all compulsory modules.' })
  hoursAsked!: number;

  @Field(() => Float, { description: 'Academic hours of electives that were taken; they are asked for by nobody.' })
  electiveHoursDone!: number;

  @Field(() => [ID], { description: 'Modules still to be taken, in order: compulsory ones, or those of the bridge.' })
  remainingModuleIds!: string[];

  @Field(() => [CurriculumModuleProgress], { description: 'Module by module, in order.' })
  modules!: CurriculumModuleProgress[];

  @Field(() => [ProgressRecognition], { description: 'Programs of other countries that the learner completed.' })
  recognitions!: ProgressRecognition[];
}

/** A module with what its next offerings are looked up by. */
export interface FollowedModule extends CurriculumModuleProgress {
  courseIds: readonly string[];
  countryCode: string | null;
}
