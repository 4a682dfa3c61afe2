import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#platform';

@ObjectType('Session', { description: 'One meeting of an offering, for example a day’s class.' })
export class SessionType {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;
}
