import { Field, ObjectType } from '@nestjs/graphql';
import { type Reason, Refusal } from '#platform';
import { WhenFull } from './enrollment.enums.js';
import { EnrollError } from './enrollment.payloads.js';
import { type Newcomer, placeOf } from './enrollment.rules.js';
import type { Seats } from './seats.rules.js';

@ObjectType({ description: 'Whether the viewer would be let in now, and if not, why.' })
export class ViewerCanEnroll {
  @Field(() => Boolean, {
    description: 'Whether `enroll` would give a seat, a request for approval, or a place in the queue.',
  })
  allowed!: boolean;

  @Field(() => [EnrollError], { description: 'Why not; empty when allowed.' })
  reasons!: Reason[];
}

/** The rule’s answer before anybody presses the button; decided again, under the lock, when they do. */
export function canEnroll(seats: Seats, newcomer: Newcomer, now: Date): ViewerCanEnroll {
  try {
    placeOf(seats, newcomer, WhenFull.WAIT, now);
    return { allowed: true, reasons: [] };
  } catch (error) {
    if (error instanceof Refusal) return { allowed: false, reasons: [...error.reasons] };
    throw error;
  }
}
