import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CourseKind } from '#catalog';
import { DateTime, Day, Money } from '#platform';

export enum ProposalStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  RETURNED = 'RETURNED',
  REVISED = 'REVISED',
  CLOSED = 'CLOSED',
}

registerEnumType(ProposalStatus, {
  name: 'ProposalStatus',
  description: 'What became of a proposal. Expect values to be added.',
  valuesMap: {
    OPEN: { description: 'Waits for those who asked.' },
    ACCEPTED: { description: 'Accepted; its courses and seats are promised.' },
    RETURNED: { description: 'Went back with a comment.' },
    REVISED: { description: 'A newer version took its place before it was answered.' },
    CLOSED: { description: 'The request was withdrawn before it was answered.' },
  },
});

@ObjectType({ description: 'A course of a proposal: one that there is, or one to be made.' })
export class ProposedCourse {
  proposalId!: string;
  courseId!: string | null;

  @Field(() => Int, { description: 'Place in the program, from 1.' })
  position!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the new course is to be called, in the language of the request; null: it is one that there is.',
  })
  title!: string | null;

  @Field(() => CourseKind, { nullable: true, description: 'Sort of the new course; null: it is one that there is.' })
  kind!: CourseKind | null;

  @Field(() => Float, { nullable: true, description: 'Academic hours of the new course; null: as the course says.' })
  academicHours!: number | null;
}

@ObjectType({ description: 'What an academy proposes; each revision is a version of its own and stays readable.' })
export class Proposal {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Int, {
    description: 'From 1; accept or return by this number, so that nobody accepts what was revised.',
  })
  version!: number;

  @Field(() => ProposalStatus, { description: 'What became of it. Expect values to be added.' })
  status!: ProposalStatus;

  @Field(() => Float, { description: 'Academic hours of the whole program.' })
  academicHours!: number;

  @Field(() => Day, { description: 'First day.' })
  startsOn!: string;

  @Field(() => Day, { description: 'Last day.' })
  endsOn!: string;

  @Field(() => Int, { description: 'Seats, shared among all who asked when it is accepted.' })
  seats!: number;

  @Field(() => Money, { nullable: true, description: 'For one person; null: free of charge.' })
  price!: Money | null;

  @Field(() => String, { nullable: true, description: 'What the academy says to it; null: nothing.' })
  comment!: string | null;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  createdAt!: Date;
}
