import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Day, Node } from '#platform';

@ObjectType('Membership', { implements: () => Node, description: 'A person’s belonging to an organization, from-to.' })
export class MembershipType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Day, { description: 'Its first day.' })
  startedOn!: string;

  @Field(() => Day, { nullable: true, description: 'The first day without it; null: in force.' })
  endedOn!: string | null;
}
