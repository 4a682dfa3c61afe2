import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCode } from '#platform';
import { Sourced } from '../sourced.type.js';

@ObjectType('Currency', { implements: () => Sourced, description: 'A currency that prices may be in.' })
export class CurrencyType extends Sourced {
  @Field(() => CurrencyCode, { description: 'ISO 4217, for example `UZS`.' })
  code!: string;
  @Field(() => String, { description: 'ISO 4217 numeric, three digits, for example `860`.' })
  numeric!: string;
  @Field(() => Int, { description: 'Digits after the point in accounting.' })
  decimals!: number;
  @Field(() => Int, { description: 'Digits after the point that people usually see.' })
  displayDecimals!: number;
}
