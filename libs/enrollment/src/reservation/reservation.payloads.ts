import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { ReleaseSeatsError, ReserveSeatsError } from './reservation.reasons.js';
import { SeatReservationType } from './reservation.type.js';

@ObjectType({ description: 'Answer to `reserveSeats`.' })
export class ReserveSeatsPayload {
  @Field(() => SeatReservationType, { nullable: true, description: 'What the organization now has. Null: refused.' })
  reservation!: SeatReservationType | null;

  @Field(() => [ReserveSeatsError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `releaseSeats`.' })
export class ReleaseSeatsPayload {
  @Field(() => SeatReservationType, { nullable: true, description: 'What is left of it. Null: refused.' })
  reservation!: SeatReservationType | null;

  @Field(() => [ReleaseSeatsError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
