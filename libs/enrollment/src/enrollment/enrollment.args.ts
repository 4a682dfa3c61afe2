import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '#platform';
import { Completion } from '../completion/completion.enums.js';
import { ApprovalState, SeatState } from './enrollment.enums.js';

@InputType({ description: 'Which enrollments; what is left out does not narrow.' })
export class EnrollmentFilter {
  @Field(() => [SeatState], { nullable: true, description: 'In any of these seat states; null or empty: all.' })
  @IsOptional()
  @ArrayMaxSize(10)
  seats?: SeatState[] | null;

  @Field(() => [ApprovalState], { nullable: true, description: 'In any of these approval states; null or empty: all.' })
  @IsOptional()
  @ArrayMaxSize(10)
  approvals?: ApprovalState[] | null;

  @Field(() => [Completion], { nullable: true, description: 'That ended in any of these ways; null or empty: all.' })
  @IsOptional()
  @ArrayMaxSize(10)
  completions?: Completion[] | null;
}

@ArgsType()
export class EnrollmentsArgs extends PageArgs {
  @Field(() => EnrollmentFilter, { nullable: true, description: 'Which enrollments; null: all.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EnrollmentFilter)
  filter?: EnrollmentFilter | null;
}
