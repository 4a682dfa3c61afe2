import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Node, type Reason } from '#platform';
import { NominationLineError } from './nomination.reasons.js';

@ObjectType('NominationLine', { description: 'One person named, and the answer.' })
export class NominationLineType {
  @Field(() => Int, { description: 'Place in the letter, from 1.' })
  position!: number;

  @Field(() => ID, { description: 'Who was named, as it was sent.' })
  personId!: string;

  @Field(() => String, { nullable: true, description: 'The word about the person; null: none.' })
  note!: string | null;

  @Field(() => [NominationLineError], { description: 'Why the person was refused; empty when a place was given.' })
  errors!: Reason[];

  enrollmentId!: string | null;
}

@ObjectType('Nomination', {
  implements: () => Node,
  description: 'One letter of an organization that names people for an offering.',
})
export class NominationType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was sent.' })
  createdAt!: Date;
}
