import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { DateTime, Locale, PageArgs } from '#platform';
import { DeliveryMode, OfferingStatus } from './offering.enums.js';

/** What people look for: neither what is over nor what was cancelled. */
export const UPCOMING: readonly OfferingStatus[] = [
  OfferingStatus.TENTATIVE,
  OfferingStatus.OPEN,
  OfferingStatus.CLOSED,
  OfferingStatus.RUNNING,
];

@InputType({ description: 'Which offerings; what is left out does not narrow.' })
export class OfferingFilter {
  @Field(() => ID, { nullable: true, description: 'Of this course.' })
  @IsOptional()
  @IsUUID()
  courseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Taught by this organization.' })
  @IsOptional()
  @IsUUID()
  providerId?: string | null;

  @Field(() => [Locale], { nullable: true, description: 'Taught in any of these languages; null or empty: in any.' })
  @IsOptional()
  @ArrayMaxSize(50)
  languages?: string[] | null;

  @Field(() => DeliveryMode, { nullable: true, description: 'Taught in this way.' })
  @IsOptional()
  @IsEnum(DeliveryMode)
  mode?: DeliveryMode | null;

  @Field(() => [OfferingStatus], {
    nullable: true,
    description: 'In any of these statuses; null or empty: TENTATIVE, OPEN, CLOSED and RUNNING.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  statuses?: OfferingStatus[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Its first session begins at this moment or later.' })
  @IsOptional()
  startsFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Its first session begins at this moment or earlier.' })
  @IsOptional()
  startsTo?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: a seat is left; false: none is left; null: either.',
  })
  @IsOptional()
  hasSeats?: boolean | null;
}

@ArgsType()
export class OfferingsArgs extends PageArgs {
  @Field(() => OfferingFilter, { nullable: true, description: 'Which offerings; null: all that are not over.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfferingFilter)
  filter?: OfferingFilter | null;
}

@ArgsType()
export class CourseOfferingsArgs extends PageArgs {
  @Field(() => [OfferingStatus], {
    nullable: true,
    description: 'In any of these statuses; null or empty: TENTATIVE, OPEN, CLOSED and RUNNING.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  statuses?: OfferingStatus[] | null;
}
