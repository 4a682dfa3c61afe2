import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsEnum,
  IsIn,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DateTime, Locale, MoneyInput } from '#platform';
import { ApprovalLayer } from '../approval/approval.enums.js';
import { DeliveryMode, OfferingStatus } from './offering.enums.js';

@InputType({ description: 'One meeting of a new offering.' })
export class SessionInput {
  @Field(() => DateTime, { description: 'When it begins; not in the past.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends; at most 24 hours later.' })
  endsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'A room of the venue; null: online, or not yet known.' })
  @IsOptional()
  @IsUUID()
  roomId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Who teaches; at most 20. Empty: not yet known.' })
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  instructorIds!: string[];
}

@InputType({ description: 'Schedules a course: when, where, in which language, for how many, at which price.' })
export class ScheduleOfferingInput {
  @Field(() => ID, { description: 'The course; its published version is taught.' })
  @IsUUID()
  courseId!: string;

  @Field(() => OfferingStatus, {
    defaultValue: OfferingStatus.OPEN,
    description: 'OPEN, or TENTATIVE for one that nobody can enroll in yet; no other.',
  })
  @IsIn([OfferingStatus.OPEN, OfferingStatus.TENTATIVE])
  status!: OfferingStatus;

  @Field(() => DeliveryMode, { description: 'How it is taught.' })
  mode!: DeliveryMode;

  @Field(() => Locale, { description: 'Language of instruction, one of the course’s.' })
  language!: string;

  @Field(() => String, { description: 'IANA time zone its times are meant in; see `countries.timeZones`.' })
  @MaxLength(100)
  timeZone!: string;

  @Field(() => ID, { nullable: true, description: 'A venue of the provider; null: online, or not yet known.' })
  @IsOptional()
  @IsUUID()
  venueId?: string | null;

  @Field(() => [SessionInput], { description: '1 to 200 meetings, none at the same time as another, in any order.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SessionInput)
  sessions!: SessionInput[];

  @Field(() => Int, { description: 'Seats, 1 to 100,000.' })
  @Min(1)
  @Max(100_000)
  capacity!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Fewer confirmed people than this and you may cancel.' })
  @Min(0)
  minimum!: number;

  @Field(() => Int, { nullable: true, description: 'How many may wait; 0: nobody, null: anybody.' })
  @IsOptional()
  @Min(0)
  waitlistLimit?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'From when people enroll; null: from now.' })
  @IsOptional()
  opensAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Before when people enroll; null: until the first session begins.',
  })
  @IsOptional()
  closesAt?: Date | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether somebody must agree before a person gets a seat.',
  })
  asksApproval!: boolean;

  @Field(() => [ApprovalLayer], {
    defaultValue: [],
    description:
      'Who must agree, in this order, each at most once; given, approval is asked whatever `asksApproval` says. Empty: the provider alone, where approval is asked.',
  })
  @IsOptional()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsEnum(ApprovalLayer, { each: true })
  approvalLayers?: ApprovalLayer[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether people whom an organization nominates are asked before they have a seat for good.',
  })
  asksNomineeAcceptance?: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a freed seat is offered for a time; otherwise the next in the queue has it at once.',
  })
  asksAcceptance!: boolean;

  @Field(() => MoneyInput, { nullable: true, description: 'What a seat costs; null or 0: nothing.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  price?: MoneyInput | null;
}
