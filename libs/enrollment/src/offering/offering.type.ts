import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Locale, Node } from '#platform';
import { ApprovalLayer } from '../approval/approval.enums.js';
import { DeliveryMode, OfferingStatus } from './offering.enums.js';

@ObjectType('Offering', {
  implements: () => Node,
  description: 'A course at a time, place, language and price, with seats.',
})
export class OfferingType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => OfferingStatus, { description: 'Where it stands. Expect values to be added.' })
  status!: OfferingStatus;

  @Field(() => DeliveryMode, { description: 'How it is taught. Expect values to be added.' })
  mode!: DeliveryMode;

  @Field(() => Locale, { description: 'Language of instruction.' })
  language!: string;

  @Field(() => String, { description: 'IANA time zone its times are meant in, for example `Asia/Tashkent`.' })
  timeZone!: string;

  @Field(() => DateTime, { description: 'Start of the first session.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'End of the last session.' })
  endsAt!: Date;

  @Field(() => DateTime, { description: 'From when people enroll, once the status is OPEN.' })
  opensAt!: Date;

  @Field(() => DateTime, { description: 'Before when people enroll; from then on the queue does not move.' })
  closesAt!: Date;

  @Field(() => Int, { description: 'Seats there are, 1 to 100,000.' })
  capacity!: number;

  @Field(() => Int, { description: 'Fewer confirmed people than this and the provider may cancel; 0: none is needed.' })
  minimum!: number;

  @Field(() => Int, { description: 'Seats confirmed, and those held for somebody to accept or to be approved.' })
  seatsTaken!: number;

  @Field(() => Int, { description: 'Seats kept for organizations that have named nobody for them yet.' })
  seatsReserved!: number;

  @Field(() => Int, {
    description: 'Seats nobody has, and none is reserved. Those who wait come first, so 0 may be left for a newcomer.',
  })
  seatsLeft!: number;

  @Field(() => Int, { nullable: true, description: 'How many may wait; null: anybody.' })
  waitlistLimit!: number | null;

  @Field(() => Boolean, { description: 'Whether somebody must agree before a person gets a seat.' })
  asksApproval!: boolean;

  @Field(() => [ApprovalLayer], {
    description: 'Who must agree, in this order; empty: the provider alone, where `asksApproval`, and else nobody.',
  })
  approvalLayers!: ApprovalLayer[];

  @Field(() => Boolean, {
    description: 'Whether people whom an organization nominates are asked before they have a seat for good.',
  })
  asksNomineeAcceptance!: boolean;

  @Field(() => Boolean, {
    description: 'Whether a freed seat is offered for a time; otherwise the next in the queue has it at once.',
  })
  asksAcceptance!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled; null: it was not.' })
  cancelReason!: string | null;
}
