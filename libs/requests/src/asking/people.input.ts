import { Field, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';

@InputType({ description: 'So many people in one place.' })
export class PeopleInPlaceInput {
  @Field(() => String, { description: 'Country (ISO 3166-1 alpha-2).' })
  @MaxLength(10)
  countryCode!: string;

  @Field(() => String, { nullable: true, description: 'Region (ISO 3166-2); null: anywhere in the country.' })
  @IsOptional()
  @MaxLength(20)
  subdivisionCode?: string | null;

  @Field(() => Int, { description: 'How many, 1 to 100,000.' })
  @Min(1)
  @Max(100_000)
  people!: number;
}
