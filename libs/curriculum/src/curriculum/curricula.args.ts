import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { connectionOf, PageArgs } from '#platform';
import { CurriculumType } from './curriculum.type.js';

const CODE = { each: true, message: 'codes must be 1 to 40 capital letters, digits and underscores' };

@InputType({
  description: 'Which curricula: those that fit every part given. Left out, null or empty: does not narrow.',
})
export class CurriculumFilter {
  @Field(() => ID, { nullable: true, description: 'Organization that keeps them.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Sectors by code; a curriculum for all sectors fits too.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z0-9_]{1,40}$/, CODE)
  sectorCodes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Variants for these countries (ISO 3166-1 alpha-2), in place of the bases that a list shows else.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z]{2}$/, { each: true, message: 'countryCodes must be codes such as KZ' })
  countryCodes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The one that is called so: `C-12`, or a variant as `C-12-KZ`.' })
  @IsOptional()
  @Matches(/^C-[0-9]{1,9}(-[A-Z]{2})?$/i, { message: 'code must look like C-12 or C-12-KZ' })
  code?: string | null;

  @Field(() => [String], { nullable: true, description: 'Roles they train, by code.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z0-9_]{1,40}$/, CODE)
  roleCodes?: string[] | null;
}

@ArgsType()
export class CurriculaArgs extends PageArgs {
  @Field(() => CurriculumFilter, { nullable: true, description: 'Which curricula; null: all.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CurriculumFilter)
  filter?: CurriculumFilter | null;
}

export const CurriculumConnection = connectionOf('Curriculum', () => CurriculumType);
