import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, ValidateNested } from 'class-validator';
import { connectionOf, PageArgs } from '#platform';
import { LegalActStatus, LegalArea } from './law.enums.js';
import { LegalActType } from './legal-act.type.js';

@InputType({ description: 'Which acts: those that fit every part given. Left out, null or empty: does not narrow.' })
export class LegalActFilter {
  @Field(() => [String], { nullable: true, description: 'Countries (ISO 3166-1 alpha-2).' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z]{2}$/, { each: true, message: 'countryCodes must be two capital letters each' })
  countryCodes?: string[] | null;

  @Field(() => [LegalArea], { nullable: true, description: 'What they are about, any of it.' })
  @IsOptional()
  @ArrayMaxSize(20)
  areas?: LegalArea[] | null;

  @Field(() => [LegalActStatus], { nullable: true, description: 'Whether they apply.' })
  @IsOptional()
  @ArrayMaxSize(10)
  statuses?: LegalActStatus[] | null;
}

@ArgsType()
export class LegalActsArgs extends PageArgs {
  @Field(() => LegalActFilter, { nullable: true, description: 'Which acts; null: all.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LegalActFilter)
  filter?: LegalActFilter | null;
}

export const LegalActConnection = connectionOf('LegalAct', () => LegalActType);
