import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#platform';
import { ApprovalLayer, SkipReason, StepState } from './approval.enums.js';

@ObjectType('Assessment', {
  description: 'What those who know a person said about them and the course, in marks from 1, low, to 5, high.',
})
export class AssessmentType {
  @Field(() => Int, { description: 'How much the person wants to learn this.' })
  motivation!: number;

  @Field(() => Int, { description: 'How much the person needs it for their work in the union.' })
  relevance!: number;

  @Field(() => Int, { description: 'How well the person is prepared to follow it.' })
  preparedness!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether the employer lets the person go; null: not known.' })
  employerAgrees!: boolean | null;
}

@ObjectType('ApprovalStep', { description: 'One layer’s say about one person’s place.' })
export class ApprovalStepType {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ApprovalLayer, { description: 'Whose say it is.' })
  layer!: ApprovalLayer;

  @Field(() => StepState, { description: 'Where it stands.' })
  state!: StepState;

  @Field(() => SkipReason, { nullable: true, description: 'Why it was passed over; null: it was not.' })
  skippedBecause!: SkipReason | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is asked; null: not yet, or never.' })
  askedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it passes to the level above if nobody decides; null: it stays.',
  })
  dueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it last passed to a level above; null: never.' })
  passedOnAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided; null: it is not.' })
  decidedAt!: Date | null;

  @Field(() => AssessmentType, {
    nullable: true,
    description: 'What was said about the person, for those who decide; null: nothing, or not for you.',
  })
  assessment!: AssessmentType | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the one who decided wrote, for the person and those who decide; null: nothing, or not for you.',
  })
  note!: string | null;

  organizationId!: string | null;
}
