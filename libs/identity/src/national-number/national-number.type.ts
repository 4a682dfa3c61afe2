import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Reason, reasonsOf, UserError } from '#platform';
import { NationalNumberType } from './national-number-type.js';

@ObjectType('NationalNumber', { description: 'A number a state gave a person, of which only the end is shown.' })
export class NationalNumberShown {
  @Field(() => ID, { description: 'Opaque identifier, for `readNationalNumber`.' })
  id!: string;

  @Field(() => NationalNumberType, { description: 'What kind of number it is.' })
  type!: NationalNumberType;

  @Field(() => String, { description: 'The state that gave it, by ISO 3166-1 alpha-2.' })
  countryCode!: string;
}

@InputType({ description: 'Reads a national number whole.' })
export class ReadNationalNumberInput {
  @Field(() => ID, { description: 'The number.' })
  @IsUUID()
  nationalNumberId!: string;
}

@ObjectType({ implements: () => UserError, description: 'There is no such number, or not for you to read.' })
export class NationalNumberNotFound extends Reason {
  constructor() {
    super('identity.national-number-not-found', ['nationalNumberId']);
  }
}

export const ReadNationalNumberError = reasonsOf('ReadNationalNumberError', 'Why reading a number was refused.', [
  NationalNumberNotFound,
]);

@ObjectType({ description: 'Answer to `readNationalNumber`.' })
export class ReadNationalNumberPayload {
  @Field(() => String, { nullable: true, description: 'The whole number, without blanks and dashes. Null: refused.' })
  value!: string | null;

  @Field(() => [ReadNationalNumberError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
