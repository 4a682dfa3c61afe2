import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, Node, type Reason } from '#platform';
import { Completion } from './completion.enums.js';
import { CompletionLineError } from './completion.reasons.js';

@ObjectType('CompletionLine', { description: 'One person on a completion sheet, and the answer.' })
export class CompletionLineType {
  @Field(() => Int, { description: 'Place on the sheet, from 1.' })
  position!: number;

  @Field(() => ID, { description: 'Enrollment as it was sent.' })
  enrollmentId!: string;

  @Field(() => Completion, { nullable: true, description: 'What was sent; null: what was recorded is taken back.' })
  completion!: Completion | null;

  @Field(() => Day, { nullable: true, description: 'Day of completion; null: not completed, or refused.' })
  completedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, as told to the person; null: nothing was said.' })
  reason!: string | null;

  @Field(() => [CompletionLineError], { description: 'Why it was refused; empty when it was recorded.' })
  errors!: Reason[];
}

@ObjectType('CompletionSheet', {
  implements: () => Node,
  description: 'What one officer recorded about the endings of an offering in one call. Only its provider reads it.',
})
export class CompletionSheetType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  createdAt!: Date;
}
