import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CourseKind } from '#catalog';
import { DeliveryMode } from '#enrollment';
import { DateTime, Day, Locale, Node } from '#platform';
import { RequestAct, RequestStage } from './request.enums.js';

@ObjectType({ description: 'So many people in one place.' })
export class PeopleInPlace {
  countryCode!: string;
  subdivisionCode!: string | null;

  @Field(() => Int, { description: 'How many, from 1.' })
  people!: number;
}

@ObjectType({ description: 'Whose turn it is.' })
export class NextActor {
  organizationId!: string | null;

  @Field(() => DateTime, { description: 'Since when it is waited for.' })
  since!: Date;

  @Field(() => RequestAct, { description: 'What it should do; it may have other choices too, such as returning.' })
  act!: RequestAct;
}

@ObjectType('ProgramRequest', {
  implements: () => Node,
  description: 'A union says which training it lacks; an academy answers; both see the whole way of it.',
})
export class ProgramRequestType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'What people call it, for example `PR-2026-000123`; the same to the end.' })
  number!: string;

  @Field(() => RequestStage, { description: 'How far it has come. Expect values to be added.' })
  stage!: RequestStage;

  @Field(() => Locale, { description: 'The language `title`, `outcomes` and `why` are written in.' })
  locale!: string;

  @Field(() => String, { description: 'What it is called, in the writer’s language.' })
  title!: string;

  @Field(() => [String], { description: 'What people must be able to do afterwards; empty in a draft: not yet said.' })
  outcomes!: string[];

  @Field(() => String, { nullable: true, description: 'Why it is needed; null: not said.' })
  why!: string | null;

  @Field(() => [Locale], { description: 'Languages it should be taught in; empty in a draft: not yet said.' })
  languages!: string[];

  @Field(() => [CourseKind], { description: 'Sorts of training wished for; empty: any.' })
  courseKinds!: CourseKind[];

  @Field(() => [DeliveryMode], { description: 'Ways of teaching wished for; empty: any.' })
  deliveryModes!: DeliveryMode[];

  @Field(() => Day, { nullable: true, description: 'First day on which it may begin; null in a draft: not yet said.' })
  periodFrom!: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day on which it may end; null in a draft: not yet said.' })
  periodTo!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was handed in; null: never.' })
  submittedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;
}

@ObjectType({ description: 'An organization that joins a request, with people of its own.' })
export class ProgramRequestSupport {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;
  organizationId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Seats promised to it when the proposal was accepted; null: not accepted yet.',
  })
  promisedSeats!: number | null;

  @Field(() => DateTime, { description: 'Since when it supports the request.' })
  createdAt!: Date;
}

@ObjectType({ description: 'One thing that was done to a request. Written once and never changed.' })
export class ProgramRequestEvent {
  organizationId!: string | null;
  personId!: string | null;

  @Field(() => Int, { description: 'Place in the history, from 1 without gaps.' })
  position!: number;

  @Field(() => RequestAct, { description: 'What was done. Expect values to be added.' })
  act!: RequestAct;

  @Field(() => RequestStage, { nullable: true, description: 'The stage before; null: it begins here.' })
  fromStage!: RequestStage | null;

  @Field(() => RequestStage, { description: 'The stage after.' })
  toStage!: RequestStage;

  @Field(() => DateTime, { description: 'When.' })
  doneAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever did it; null: nothing was said.' })
  why!: string | null;
}

@ObjectType({ description: 'A note or a reply.' })
export class ProgramRequestMessage {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;
  organizationId!: string;
  personId!: string;

  @Field(() => String, { description: 'What was written.' })
  text!: string;

  @Field(() => Locale, { description: 'The language it is written in.' })
  locale!: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;
}

export enum OutcomeReached {
  REACHED = 'REACHED',
  PARTLY = 'PARTLY',
  NOT_REACHED = 'NOT_REACHED',
}

registerEnumType(OutcomeReached, {
  name: 'OutcomeReached',
  description: 'Whether people can now do what they were to learn.',
  valuesMap: {
    REACHED: { description: 'They can.' },
    PARTLY: { description: 'Some can, or all can in part.' },
    NOT_REACHED: { description: 'They cannot.' },
  },
});

@ObjectType({ description: 'What one organization says came of its request.' })
export class ProgramEvaluation {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;
  organizationId!: string;

  @Field(() => Int, { description: 'From 1, poor, to 5, very good.' })
  rating!: number;

  @Field(() => [OutcomeReached], { description: 'One for each of the request’s outcomes, in their order.' })
  outcomes!: OutcomeReached[];

  @Field(() => String, { nullable: true, description: 'In its own words; null: nothing was said.' })
  comment!: string | null;

  @Field(() => DateTime, { description: 'When it was given.' })
  createdAt!: Date;
}

/** Whoever speaks for an organization, in a note, a reply or an act. */
export interface Spoken {
  organizationId: string | null;
  personId: string | null;
}
