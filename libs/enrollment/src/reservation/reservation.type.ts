import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, Node } from '#platform';

@ObjectType('SeatReservation', {
  implements: () => Node,
  description: 'Seats of an offering kept for an organization. `named` + `unnamed` + `passedDown` = `seats`.',
})
export class SeatReservationType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Seats it has in all.' })
  seats!: number;

  @Field(() => Int, { description: 'Seats of people it named, also of those whose approval is pending.' })
  named!: number;

  @Field(() => Int, { description: 'Seats it has named nobody for.' })
  unnamed!: number;

  @Field(() => Int, { description: 'Seats it passed to organizations below.' })
  passedDown!: number;

  @Field(() => Day, { nullable: true, description: 'The day on which unused seats go back; null: they stay.' })
  releaseOn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The reservation it was passed down from; null: given by the provider.',
  })
  parentId!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;
}
