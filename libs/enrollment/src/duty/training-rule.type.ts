import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OrganizationKind } from '#identity';
import { Day, Node } from '#platform';
import { RuleBasis } from './duty.enums.js';

@ObjectType('TrainingRule', {
  implements: () => Node,
  description: 'What an organization asks the holders of an office to learn, there and in everything below it.',
})
export class TrainingRuleType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => [OrganizationKind], { description: 'Kinds of organization whose offices are meant; empty: all.' })
  kinds!: OrganizationKind[];

  @Field(() => Int, {
    description: 'Days to learn it, from the first day of the office, or of the rule where that is later.',
  })
  withinDays!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days before the office a completion may be and still count; null: however long.',
  })
  acceptedDaysBefore!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many months it is to be learned again; null: never.',
  })
  refreshMonths!: number | null;

  @Field(() => Day, { description: 'First day it holds.' })
  validFrom!: string;

  @Field(() => Day, { nullable: true, description: 'First day it no longer holds; null: no end is known.' })
  validTo!: string | null;

  @Field(() => RuleBasis, { description: 'On what it rests.' })
  basis!: RuleBasis;

  @Field(() => Int, { description: 'Grows with every change; goes into `expectedRevision`.' })
  revision!: number;
}
