import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CourseNotFound, CourseNotPublished, CourseRetired } from '#catalog';
import { DateTime, Locale, Reason, reasonsOf, UserError } from '#platform';
import { UnknownCode } from '#reference';
import { VenueNotFound } from '../venue/venue.reasons.js';

/** A reason about one session: where it stands in the input, from 0; people are told its number, from 1. */
@ObjectType({ isAbstract: true })
abstract class SessionReason extends Reason {
  @Field(() => Int, { description: 'Number of the session in the list that was sent, from 1.' })
  readonly session: number;

  constructor(key: string, place: number, ...path: string[]) {
    super(key, ['sessions', String(place), ...path]);
    this.session = place + 1;
  }
}

@ObjectType({ implements: () => UserError, description: 'The course is not taught in this language.' })
export class LanguageNotTaught extends Reason {
  @Field(() => [Locale], { description: 'Languages it is taught in.' })
  readonly languages: string[];

  constructor(languages: string[]) {
    super('enrollment.language-not-taught', ['language']);
    this.languages = languages;
  }
}

@ObjectType({ implements: () => UserError, description: 'A session ends before it begins.' })
export class SessionEndsBeforeStart extends SessionReason {
  constructor(place: number) {
    super('enrollment.session-ends-before-start', place, 'endsAt');
  }
}

@ObjectType({ implements: () => UserError, description: 'A session lasts longer than a day: it is one meeting.' })
export class SessionTooLong extends SessionReason {
  @Field(() => Int, { description: 'The longest there may be, in hours.' })
  readonly mostHours: number;

  constructor(place: number, mostHours: number) {
    super('enrollment.session-too-long', place, 'endsAt');
    this.mostHours = mostHours;
  }
}

@ObjectType({ implements: () => UserError, description: 'Two sessions of the offering are at the same time.' })
export class SessionsOverlap extends Reason {
  @Field(() => Int, { description: 'Number of the earlier one in the list that was sent, from 1.' })
  readonly first: number;

  @Field(() => Int, { description: 'Number of the later one in the list that was sent, from 1.' })
  readonly second: number;

  constructor(firstPlace: number, secondPlace: number) {
    super('enrollment.sessions-overlap', ['sessions', String(secondPlace), 'startsAt']);
    this.first = firstPlace + 1;
    this.second = secondPlace + 1;
  }
}

@ObjectType({ implements: () => UserError, description: 'A session begins in the past.' })
export class StartsInPast extends SessionReason {
  constructor(place: number) {
    super('enrollment.starts-in-past', place, 'startsAt');
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Enrollment must end after it begins, later than now, and not after the end of the last session.',
})
export class WindowInvalid extends Reason {
  @Field(() => DateTime, { description: 'From when people would enroll.' })
  readonly opensAt: Date;

  @Field(() => DateTime, { description: 'Before when people would enroll.' })
  readonly closesAt: Date;

  constructor(opensAt: Date, closesAt: Date) {
    super('enrollment.window-invalid', ['closesAt']);
    this.opensAt = opensAt;
    this.closesAt = closesAt;
  }
}

@ObjectType({ implements: () => UserError, description: 'More people are needed than there are seats.' })
export class MinimumAboveCapacity extends Reason {
  @Field(() => Int, { description: 'The seats.' })
  readonly capacity: number;

  constructor(capacity: number) {
    super('enrollment.minimum-above-capacity', ['minimum']);
    this.capacity = capacity;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A price is below zero, or finer than the smallest coin of its currency.',
})
export class PriceInvalid extends Reason {
  @Field(() => Int, { description: 'Digits after the point that the currency has.' })
  readonly decimals: number;

  constructor(decimals: number) {
    super('enrollment.price-invalid', ['price', 'amount']);
    this.decimals = decimals;
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such room in the venue of the offering.' })
export class RoomNotFound extends SessionReason {
  constructor(place: number) {
    super('enrollment.room-not-found', place, 'roomId');
  }
}

@ObjectType({ implements: () => UserError, description: 'Fewer people fit into the room than the offering has seats.' })
export class RoomTooSmall extends SessionReason {
  @Field(() => Int, { description: 'How many people fit.' })
  readonly seats: number;

  constructor(place: number, seats: number) {
    super('enrollment.room-too-small', place, 'roomId');
    this.seats = seats;
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such instructor, or not for this organization.' })
export class InstructorNotFound extends SessionReason {
  @Field(() => ID, { description: 'The instructor that was asked for.' })
  readonly instructorId: string;

  constructor(place: number, instructorId: string) {
    super('enrollment.instructor-not-found', place, 'instructorIds');
    this.instructorId = instructorId;
  }
}

@ObjectType({ implements: () => UserError, description: 'The room is used by another session at that time.' })
export class RoomTaken extends SessionReason {
  @Field(() => ID, { description: 'The room.' })
  readonly roomId: string;

  @Field(() => DateTime, { description: 'Since when it is taken; the earliest session in the way.' })
  readonly from: Date;

  @Field(() => DateTime, { description: 'Until when that session lasts.' })
  readonly until: Date;

  constructor(place: number, roomId: string, { from, until }: { from: Date; until: Date }) {
    super('enrollment.room-taken', place, 'roomId');
    this.roomId = roomId;
    this.from = from;
    this.until = until;
  }
}

@ObjectType({ implements: () => UserError, description: 'The instructor teaches another session at that time.' })
export class InstructorTaken extends SessionReason {
  @Field(() => ID, { description: 'The instructor.' })
  readonly instructorId: string;

  @Field(() => DateTime, { description: 'Since when they teach; the earliest session in the way.' })
  readonly from: Date;

  @Field(() => DateTime, { description: 'Until when that session lasts.' })
  readonly until: Date;

  constructor(place: number, instructorId: string, { from, until }: { from: Date; until: Date }) {
    super('enrollment.instructor-taken', place, 'instructorIds');
    this.instructorId = instructorId;
    this.from = from;
    this.until = until;
  }
}

export const ScheduleOfferingError = reasonsOf('ScheduleOfferingError', 'Why an offering was refused.', [
  CourseNotFound,
  CourseNotPublished,
  CourseRetired,
  LanguageNotTaught,
  UnknownCode,
  SessionEndsBeforeStart,
  SessionTooLong,
  SessionsOverlap,
  StartsInPast,
  WindowInvalid,
  MinimumAboveCapacity,
  PriceInvalid,
  VenueNotFound,
  RoomNotFound,
  RoomTooSmall,
  InstructorNotFound,
  RoomTaken,
  InstructorTaken,
]);
