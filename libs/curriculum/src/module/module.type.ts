import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Locale, Node } from '#platform';
import { DifferingPart } from './differences.js';
import { HoursBasis } from './module.rows.js';

registerEnumType(HoursBasis, {
  name: 'HoursBasis',
  description: 'Where hours come from.',
  valuesMap: {
    OWN_CHOICE: { description: 'No source gives them: the owner chose.' },
    SOURCE: { description: 'A source gives them; it is named beside.' },
  },
});

registerEnumType(DifferingPart, {
  name: 'ModulePart',
  description: 'What two versions of a module can say differently. Expect values to be added.',
  valuesMap: {
    LECTURE_HOURS: { description: 'Hours of lectures.' },
    PRACTICE_HOURS: { description: 'Hours of practice.' },
    SELF_STUDY_HOURS: { description: 'Hours of self-study.' },
    ASSESSMENT_HOURS: { description: 'Hours of assessment.' },
    HOURS_SOURCE: { description: 'What prescribes the hours.' },
    TITLE: { description: 'Title in one language.' },
    SUMMARY: { description: 'Summary in one language.' },
    OUTCOME: { description: 'A learning outcome in one language.' },
    COURSES: { description: 'Courses that deliver it; the values are how many.' },
  },
});

@ObjectType({ description: 'Academic hours by kind.' })
export class ModuleHours {
  @Field(() => Float, { description: 'Lectures.' })
  lecture!: number;

  @Field(() => Float, { description: 'Practice.' })
  practice!: number;

  @Field(() => Float, { description: 'Self-study.' })
  selfStudy!: number;

  @Field(() => Float, { description: 'Assessment.' })
  assessment!: number;
}

@ObjectType({ description: 'A text in one language, for editors.' })
export class ModuleText {
  @Field(() => Locale, { description: 'The language.' })
  locale!: string;

  @Field(() => String, { description: 'At most 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters; null: not written.' })
  summary!: string | null;
}

@ObjectType({ description: 'One thing a person can do after a module.' })
export class ModuleOutcome {
  @Field(() => ID, { description: 'The same over the versions of the module; see `AlignModuleInput.outcomeId`.' })
  id!: string;

  @Field(() => String, { description: 'In the best language there is for the reader; never blank.' })
  text!: string;

  @Field(() => Locale, { description: 'The language `text` is in.' })
  textLocale!: string;
}

@ObjectType('CurriculumModuleVersion', {
  implements: () => Node,
  description: 'All that a module says at one time; it never changes.',
})
export class CurriculumModuleVersionType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The module it is a version of.' })
  moduleId!: string;

  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => ModuleHours, { description: 'How much time it takes.' })
  hours!: ModuleHours;

  @Field(() => String, { nullable: true, description: 'What prescribes the hours; null: the owner’s own choice.' })
  hoursSource!: string | null;
}

@ObjectType('CurriculumModule', {
  implements: () => Node,
  description: 'A part of teaching that lives by itself and is placed in curricula.',
})
export class CurriculumModuleType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;
}

@ObjectType({ description: 'One thing that two versions of a module say differently.' })
export class ModuleDifference {
  @Field(() => DifferingPart, { description: 'Which part.' })
  part!: DifferingPart;

  @Field(() => Locale, { nullable: true, description: 'Language of the texts; null: not a text.' })
  locale!: string | null;

  @Field(() => String, { nullable: true, description: 'What the older version says; null: nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What the newer version says; null: nothing.' })
  after!: string | null;
}
