import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, Day, Node } from '#platform';
import { SeatState } from '../enrollment/enrollment.enums.js';
import { TrainingRuleType } from './training-rule.type.js';

@ObjectType('TrainingDuty', {
  implements: () => Node,
  description: 'What one rule asks the holder of one office to learn. Gone when office or rule ends.',
})
export class TrainingDutyType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Day, {
    description:
      'Last day for learning it, by the calendar of the organization; of what was learned for good, the day it was.',
  })
  dueOn!: string;

  @Field(() => Day, { nullable: true, description: 'Day of the latest completion that counts; null: none.' })
  learnedOn!: string | null;
}

@ObjectType({ description: 'A place in what would satisfy a duty.' })
export class TrainingBooking {
  @Field(() => SeatState, { description: 'Whether it is a seat, or a wait. Expect values to be added.' })
  seat!: SeatState;

  offeringId!: string;
}

@ObjectType({ description: 'How many stand how.' })
export class TrainingDutyCounts {
  @Field(() => Int, { description: 'Have to learn it, are in time, and have no place anywhere.' })
  due!: number;

  @Field(() => Int, { description: 'Are in time, and have a place or wait for one.' })
  booked!: number;

  @Field(() => Int, { description: 'Are late.' })
  late!: number;

  @Field(() => Int, { description: 'Have learned it.' })
  learned!: number;
}

export const TrainingDutyConnection = connectionOf('TrainingDuty', () => TrainingDutyType);
export const TrainingRuleConnection = connectionOf('TrainingRule', () => TrainingRuleType);
