import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Day, IsPlainText, PageArgs } from '#platform';
import { IsMailbox } from '../account/email.js';
import { NationalNumberType } from '../national-number/national-number-type.js';

@InputType({ description: 'A name in one script.' })
export class PersonNamesInput {
  @Field(() => String, { description: 'As in documents; at most 100 characters.' })
  @IsPlainText(100)
  familyName!: string;

  @Field(() => String, { description: 'As in documents; at most 100 characters.' })
  @IsPlainText(100)
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'At most 100 characters; null: has none.' })
  @IsOptional()
  @IsPlainText(100)
  patronymic?: string | null;
}

@InputType({ description: 'A number a state gave a person.' })
export class NationalNumberInput {
  @Field(() => NationalNumberType, { description: 'What kind of number it is.' })
  @IsEnum(NationalNumberType)
  type!: NationalNumberType;

  @Field(() => String, { description: 'The state that gave it, by ISO 3166-1 alpha-2.' })
  @MaxLength(2)
  countryCode!: string;

  @Field(() => String, { description: 'As people write it; blanks and dashes do not matter. At most 40 characters.' })
  @IsPlainText(40)
  value!: string;
}

@InputType({ description: 'Makes a person known, and a member of an organization.' })
export class AddMemberInput extends PersonNamesInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => PersonNamesInput, {
    nullable: true,
    description: 'The same name in another script, for example in Latin letters beside Cyrillic ones.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonNamesInput)
  namesInOtherScript?: PersonNamesInput | null;

  @Field(() => Day, { nullable: true, description: 'Null: not known.' })
  @IsOptional()
  @IsString()
  bornOn?: string | null;

  @Field(() => NationalNumberInput, { nullable: true, description: 'Kept sealed. Null: not known.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NationalNumberInput)
  nationalNumber?: NationalNumberInput | null;

  @Field(() => String, { nullable: true, description: 'Mailbox to write to; null: not known.' })
  @IsOptional()
  @IsMailbox()
  email?: string | null;

  @Field(() => Day, { nullable: true, description: 'First day of the membership, not in the future; null: today.' })
  @IsOptional()
  @IsString()
  startedOn?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Persons that `PossibleDuplicates` named and that were found to be somebody else; at most 50.',
  })
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  confirmDuplicates!: string[];
}

@InputType({ description: 'Makes a person who is known already a member of another organization.' })
export class AddMembershipInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  personId!: string;

  @Field(() => Day, { nullable: true, description: 'First day of the membership, not in the future; null: today.' })
  @IsOptional()
  @IsString()
  startedOn?: string | null;
}

@InputType({ description: 'Ends a membership.' })
export class EndMembershipInput {
  @Field(() => ID, { description: 'The membership.' })
  @IsUUID()
  membershipId!: string;

  @Field(() => Day, { nullable: true, description: 'The first day without it, not in the future; null: today.' })
  @IsOptional()
  @IsString()
  endedOn?: string | null;
}

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Also the members of everything below it.' })
  @IsBoolean()
  includeBelow!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Also memberships that have ended.' })
  @IsBoolean()
  includeEnded!: boolean;
}
