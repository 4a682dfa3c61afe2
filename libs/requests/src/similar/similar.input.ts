import { ArgsType, Field } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPlainText, Locale } from '#platform';

@ArgsType()
export class SimilarArgs {
  @Field(() => Locale, { description: 'The language these texts are written in.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'What the need is called, at most 200 characters.' })
  @IsPlainText(200)
  title!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'What people must be able to do afterwards, at most 20, each of at most 500 characters; null: none yet.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsPlainText(500, { each: true })
  outcomes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Sectors it is for, by code; null: none yet.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(100, { each: true })
  sectorCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Roles it is for, by code; null: none yet.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(100, { each: true })
  roleCodes?: string[] | null;
}
