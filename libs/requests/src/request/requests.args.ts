import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { IsPlainText, PageArgs } from '#platform';
import { RequestStage } from './request.enums.js';

const CODES = [IsOptional(), ArrayMaxSize(50), MaxLength(100, { each: true })] as const;

/** A list of codes to narrow by. */
function Codes(): PropertyDecorator {
  return (target, property) => {
    for (const decorate of CODES) decorate(target, property as string);
  };
}

@InputType({ description: 'Which program requests; what is left out does not narrow.' })
export class ProgramRequestFilter {
  @Field(() => [RequestStage], { nullable: true, description: 'In any of these stages; null or empty: all.' })
  @IsOptional()
  @ArrayMaxSize(20)
  stages?: RequestStage[] | null;

  @Field(() => [String], { nullable: true, description: 'For any of these sectors, by code.' })
  @Codes()
  sectorCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For any of these roles, by code.' })
  @Codes()
  roleCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For people in any of these countries (ISO 3166-1 alpha-2).' })
  @Codes()
  countryCodes?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: asked for or supported by organizations you act for; false or null: all you may see.',
  })
  @IsOptional()
  mine?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: those where it is the turn of an organization you act for; false or null: all you may see.',
  })
  @IsOptional()
  toActOn?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of the title or the outcomes in any script, misspelt ones too, or a number; at most 200 characters.',
  })
  @IsOptional()
  @IsPlainText(200)
  text?: string | null;
}

@ArgsType()
export class ProgramRequestsArgs extends PageArgs {
  @Field(() => ProgramRequestFilter, { nullable: true, description: 'Which ones; null: all you may see.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProgramRequestFilter)
  filter?: ProgramRequestFilter | null;
}
