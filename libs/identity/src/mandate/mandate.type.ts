import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Day, Node } from '#platform';
import { MandateBasis } from './mandate-basis.js';

@ObjectType('Mandate', { implements: () => Node, description: 'An office somebody holds in an organization, from-to.' })
export class MandateType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => MandateBasis, { description: 'How the person came to it.' })
  basis!: MandateBasis;

  @Field(() => Day, { description: 'Its first day.' })
  startedOn!: string;

  @Field(() => Day, {
    nullable: true,
    description: 'The first day without it, which may be to come; null: none is known.',
  })
  endedOn!: string | null;
}
