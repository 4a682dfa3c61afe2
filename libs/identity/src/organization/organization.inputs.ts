import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Day, IsPlainText, Locale } from '#platform';
import { ContactKind } from './contact-kind.js';
import { Line } from './line.js';
import { OrganizationKind } from './organization-kind.js';

@InputType({ description: 'A name in one language.' })
export class OrganizationNameInput {
  @Field(() => Locale, { description: 'The language.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'At most 300 characters.' })
  @IsPlainText(300)
  name!: string;
}

@InputType({ description: 'A way to reach an organization.' })
export class OrganizationContactInput {
  @Field(() => ContactKind, { description: 'What kind of contact it is.' })
  @IsEnum(ContactKind)
  kind!: ContactKind;

  @Field(() => String, { description: 'As people write it; at most 300 characters.' })
  @IsPlainText(300)
  value!: string;
}

@InputType({ description: 'Enters a new organization below one that is there.' })
export class CreateOrganizationInput {
  @Field(() => OrganizationKind, { description: 'What kind of body it is; decides below which others it may stand.' })
  @IsEnum(OrganizationKind)
  kind!: OrganizationKind;

  @Field(() => [OrganizationNameInput], { description: 'Its name in each language, each language once; 1 to 20.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OrganizationNameInput)
  names!: OrganizationNameInput[];

  @Field(() => ID, { nullable: true, description: 'Above it in its sector’s line. One of the two parents is needed.' })
  @IsOptional()
  @IsUUID()
  sectoralParentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Above it in its territory’s line.' })
  @IsOptional()
  @IsUUID()
  territorialParentId?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; null: as the one above.' })
  @IsOptional()
  @MaxLength(2)
  countryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2; null: works in the whole country.' })
  @IsOptional()
  @MaxLength(10)
  subdivisionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone; null: as the one above.' })
  @IsOptional()
  @MaxLength(50)
  timeZone?: string | null;

  @Field(() => Locale, {
    nullable: true,
    description: 'The language its people read when their own is missing; null: as the one above.',
  })
  @IsOptional()
  @IsString()
  defaultLocale?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Sectors it stands for, by code; at most 30.' })
  @ArrayMaxSize(30)
  @MaxLength(10, { each: true })
  sectorCodes!: string[];

  @Field(() => [Locale], { defaultValue: [], description: 'Languages it works in, the most used first; at most 20.' })
  @ArrayMaxSize(20)
  @IsString({ each: true })
  languages!: string[];

  @Field(() => [OrganizationContactInput], { defaultValue: [], description: 'In the order to try them; at most 20.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OrganizationContactInput)
  contacts!: OrganizationContactInput[];
}

@InputType({ description: 'Gives an organization its names.' })
export class RenameOrganizationInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => [OrganizationNameInput], {
    description: 'All its names from now on, each language once; a language left out loses its name. 1 to 20.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OrganizationNameInput)
  names!: OrganizationNameInput[];
}

@InputType({ description: 'Corrects what is known about an organization. What is null or left out stays as it is.' })
export class UpdateOrganizationInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2. With another country the region is given up.',
  })
  @IsOptional()
  @MaxLength(2)
  countryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2, of its country.' })
  @IsOptional()
  @MaxLength(10)
  subdivisionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  @IsOptional()
  @MaxLength(50)
  timeZone?: string | null;

  @Field(() => Locale, { nullable: true, description: 'The language its people read when their own is missing.' })
  @IsOptional()
  @IsString()
  defaultLocale?: string | null;

  @Field(() => [String], { nullable: true, description: 'All its sectors from now on, by code; at most 30.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @MaxLength(10, { each: true })
  sectorCodes?: string[] | null;

  @Field(() => [Locale], { nullable: true, description: 'All its languages from now on; at most 20.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  languages?: string[] | null;

  @Field(() => [OrganizationContactInput], { nullable: true, description: 'All its contacts from now on; at most 20.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OrganizationContactInput)
  contacts?: OrganizationContactInput[] | null;
}

@InputType({ description: 'Puts an organization below another one on one of its two lines.' })
export class MoveOrganizationInput {
  @Field(() => ID, { description: 'The organization that moves, with everything below it.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => Line, { description: 'On which line.' })
  @IsEnum(Line)
  line!: Line;

  @Field(() => ID, { nullable: true, description: 'Its new parent on this line; null: none, it leaves the line.' })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
}

@InputType({ description: 'Closes an organization for good.' })
export class CloseOrganizationInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Takes over its members and those directly below it; null: nobody does, and memberships end.',
  })
  @IsOptional()
  @IsUUID()
  successorId?: string | null;
}

@InputType({ description: 'Reports how many members an organization has, those below it included.' })
export class ReportMemberCountInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => Day, { description: 'The day they were counted; not in the future.' })
  @IsString()
  countedOn!: string;

  @Field(() => Int, { description: 'Members on that day, 0 to 100,000,000.' })
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  members!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Where the number comes from; null: counted by itself. At most 300.',
  })
  @IsOptional()
  @IsPlainText(300)
  source?: string | null;
}
