import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, Node } from '#platform';
import { Completion } from '../completion/completion.enums.js';
import { ApprovalState, NomineeAnswer, PaymentState, ReleaseReason, SeatState } from './enrollment.enums.js';

@ObjectType('Enrollment', { implements: () => Node, description: 'One person’s place, or wait, in one offering.' })
export class EnrollmentType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ApprovalState, { description: 'Whether somebody agreed to it.' })
  approval!: ApprovalState;

  @Field(() => SeatState, { description: 'What the person has.' })
  seat!: SeatState;

  @Field(() => Boolean, { description: 'Whether a seat is kept until the approval is decided.' })
  holdsSeat!: boolean;

  @Field(() => NomineeAnswer, { description: 'What the person said to being nominated.' })
  nomineeAnswer!: NomineeAnswer;

  @Field(() => PaymentState, { description: 'Where the money stands.' })
  payment!: PaymentState;

  @Field(() => Int, {
    nullable: true,
    description: 'Number drawn on joining the queue, from 1, never reused; null: never queued.',
  })
  queueNumber!: number | null;

  @Field(() => Int, { description: 'Higher goes first, before the number; 0 for everybody at first.' })
  priority!: number;

  @Field(() => DateTime, { nullable: true, description: 'Until when the offered seat is held; null: none is offered.' })
  offerExpiresAt!: Date | null;

  @Field(() => DateTime, { description: 'When the place was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the seat was confirmed; null: never had one.' })
  confirmedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was released; null: still active.' })
  releasedAt!: Date | null;

  @Field(() => ReleaseReason, { nullable: true, description: 'Why it was released; null: still active.' })
  releaseReason!: ReleaseReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the one who decided or cancelled wrote to the person; null: nothing.',
  })
  note!: string | null;

  @Field(() => Completion, { nullable: true, description: 'How it ended; null: nothing is recorded.' })
  completion!: Completion | null;

  @Field(() => Day, {
    nullable: true,
    description: 'Day of completion, in the offering’s time zone; null: not completed.',
  })
  completedOn!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the ending was last recorded, corrected or taken back; null: never.',
  })
  completionRecordedAt!: Date | null;
}
