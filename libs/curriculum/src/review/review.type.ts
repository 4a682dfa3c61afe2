import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { connectionOf, DateTime, IsPlainText, PageArgs, type Reason, reasonsOf } from '#platform';
import { ReviewTaskNotFound, StillToBeRechecked } from './review.reasons.js';

export enum ReviewOutcome {
  STILL_FITS = 'STILL_FITS',
  JUDGED_ANEW = 'JUDGED_ANEW',
}

registerEnumType(ReviewOutcome, {
  name: 'ReviewOutcome',
  description: 'What a review came to.',
  valuesMap: {
    STILL_FITS: { description: 'The judgments left hold under the new edition too.' },
    JUDGED_ANEW: { description: 'Each was judged anew by `alignModule`; refused while any is left.' },
  },
});

@ObjectType({ description: 'How far the work has come that marks what relied on earlier editions of an act.' })
export class LegalRecheckProgress {
  @Field(() => Int, { description: 'Alignments that relied on them when the change was recorded.' })
  total!: number;

  @Field(() => Int, { description: 'Those marked so far.' })
  done!: number;

  @Field(() => DateTime, { nullable: true, description: 'Null: still at work.' })
  finishedAt!: Date | null;
}

@ObjectType('ReviewTask', { description: 'Asks for a curriculum to be judged again, because an act changed.' })
export class ReviewTaskType {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Null: open.' })
  resolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the reviewer said; null: nothing.' })
  note!: string | null;
}

@ArgsType()
export class ReviewTasksArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: true, description: 'Only those that wait.' })
  openOnly: boolean = true;
}

export const ReviewTaskConnection = connectionOf('ReviewTask', () => ReviewTaskType);

@InputType({ description: 'Closes a review.' })
export class ResolveReviewTaskInput {
  @Field(() => ID, { description: 'The task.' })
  @IsUUID()
  reviewTaskId!: string;

  @Field(() => ReviewOutcome, { description: 'What it came to.' })
  outcome!: ReviewOutcome;

  @Field(() => String, { nullable: true, description: 'A remark, at most 1,000 characters; null: none.' })
  @IsOptional()
  @IsPlainText(1_000)
  note?: string | null;
}

export const ResolveReviewTaskError = reasonsOf('ResolveReviewTaskError', 'Why a review was not closed.', [
  ReviewTaskNotFound,
  StillToBeRechecked,
]);

@ObjectType({ description: 'Answer to `resolveReviewTask`.' })
export class ResolveReviewTaskPayload {
  @Field(() => ReviewTaskType, { nullable: true, description: 'The closed task. Null: refused.' })
  reviewTask!: ReviewTaskType | null;

  @Field(() => [ResolveReviewTaskError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
