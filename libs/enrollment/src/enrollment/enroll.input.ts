import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { WhenFull } from './enrollment.enums.js';

@InputType({ description: 'Asks for a place in an offering.' })
export class EnrollInput {
  @Field(() => ID, { description: 'Offering to join.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Person who will attend; null: the viewer. The provider’s people may enroll others.',
  })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => WhenFull, { defaultValue: WhenFull.WAIT, description: 'What to do if no seat is left.' })
  @IsEnum(WhenFull)
  whenFull: WhenFull = WhenFull.WAIT;
}
