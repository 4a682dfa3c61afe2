import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day } from '#platform';

@ObjectType('MemberCount', { description: 'How many members an organization reported for a day.' })
export class MemberCountType {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Day, { description: 'The day they were counted.' })
  countedOn!: string;

  @Field(() => Int, { description: 'Members on that day, those of organizations below included.' })
  members!: number;

  @Field(() => String, { nullable: true, description: 'Where the number comes from; null: counted by itself.' })
  source!: string | null;

  @Field(() => DateTime, { description: 'When it was reported. A later report of the same day corrects it.' })
  reportedAt!: Date;
}
