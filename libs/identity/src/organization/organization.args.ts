import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PageArgs } from '#platform';
import { OrganizationKind } from './organization-kind.js';
import { OrganizationStatus } from './organization-status.js';

@InputType({ description: 'Which organizations; what is left out does not narrow.' })
export class OrganizationFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name in any language, in either script, slips forgiven; every word must be found. At most 200.',
  })
  @IsOptional()
  @MaxLength(200)
  text?: string | null;

  @Field(() => OrganizationStatus, {
    nullable: true,
    defaultValue: OrganizationStatus.ACTIVE,
    description: 'Those at work, or the closed ones; null: both.',
  })
  @IsOptional()
  @IsEnum(OrganizationStatus)
  status?: OrganizationStatus | null;

  @Field(() => [OrganizationKind], { nullable: true, description: 'Any of these kinds; null or empty: all.' })
  @IsOptional()
  @ArrayMaxSize(20)
  kinds?: OrganizationKind[] | null;

  @Field(() => [String], { nullable: true, description: 'In any of these countries (ISO 3166-1 alpha-2).' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(10, { each: true })
  countryCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In any of these regions (ISO 3166-2).' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(10, { each: true })
  subdivisionCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Standing for any of these sectors, by code.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(10, { each: true })
  sectorCodes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Everything below this organization, over either line.' })
  @IsOptional()
  @IsUUID()
  below?: string | null;
}

@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => OrganizationFilter, { nullable: true, description: 'Which organizations; null: all.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OrganizationFilter)
  filter?: OrganizationFilter | null;
}
