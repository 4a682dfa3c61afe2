import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsEnum,
  IsOptional,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Locale, PageArgs } from '#platform';

export enum DemandGroup {
  SECTOR = 'SECTOR',
  ROLE = 'ROLE',
  COUNTRY = 'COUNTRY',
  REGION = 'REGION',
  LANGUAGE = 'LANGUAGE',
}

registerEnumType(DemandGroup, {
  name: 'DemandGroup',
  description: 'What demand is summed by. Expect values to be added.',
  valuesMap: {
    SECTOR: { description: 'By sector; a request for several counts in each.' },
    ROLE: { description: 'By role; a request for several counts in each.' },
    COUNTRY: { description: 'By the country of the people.' },
    REGION: { description: 'By the region of the people.' },
    LANGUAGE: { description: 'By language of teaching; a request in several counts in each.' },
  },
});

@InputType({ description: 'Which demand; what is left out does not narrow.' })
export class DemandFilter {
  @Field(() => [String], { nullable: true, description: 'For any of these sectors, by code.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(100, { each: true })
  sectorCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'For any of these roles, by code.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(100, { each: true })
  roleCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'People in any of these countries (ISO 3166-1 alpha-2).' })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(10, { each: true })
  countryCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'People in any of these regions (ISO 3166-2).' })
  @IsOptional()
  @ArrayMaxSize(200)
  @MaxLength(20, { each: true })
  subdivisionCodes?: string[] | null;

  @Field(() => [Locale], { nullable: true, description: 'To be taught in any of these languages.' })
  @IsOptional()
  @ArrayMaxSize(50)
  languages?: string[] | null;
}

@ArgsType()
export class TrainingDemandArgs extends PageArgs {
  @Field(() => DemandFilter, { nullable: true, description: 'Which demand; null: all of it.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DemandFilter)
  filter?: DemandFilter | null;

  @Field(() => [DemandGroup], { description: 'What to sum by, 1 to 5 of them, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsEnum(DemandGroup, { each: true })
  groupBy!: DemandGroup[];
}
