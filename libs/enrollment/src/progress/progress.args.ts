import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { DateTime, Locale } from '#platform';

@ArgsType()
export class ProgressArgs {
  @Field(() => ID, { description: 'A curriculum, or any variant of it.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose variant is followed (ISO 3166-1 alpha-2); null: that of the variant named, else of the learner’s organization.',
  })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'countryCode must be two capital letters' })
  countryCode?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Published version of what is followed; null: the newest, which is what a learner begins today.',
  })
  @IsOptional()
  @Min(1)
  versionNumber?: number | null;
}

@ArgsType()
export class NextOfferingsArgs {
  @Field(() => Int, { defaultValue: 3, description: 'How many, 1 to 10.' })
  @Min(1)
  @Max(10)
  first: number = 3;

  @Field(() => [Locale], {
    nullable: true,
    description: 'Taught in any of these; null: in those of Accept-Language; empty: in any.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  languages?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Begins then or later; null: from now on.' })
  @IsOptional()
  startsFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Begins then or earlier; null: no limit.' })
  @IsOptional()
  startsTo?: Date | null;
}
