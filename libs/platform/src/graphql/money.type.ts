import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { CurrencyCode, Decimal } from './scalars.js';

@ObjectType({ description: 'An amount in a currency.' })
export class Money {
  @Field(() => Decimal, { description: 'In whole units of the currency, not its minor units.' })
  amount!: string;

  @Field(() => CurrencyCode, { description: 'Which currency the amount is in.' })
  currency!: string;
}

@InputType({ description: 'An amount in a currency.' })
export class MoneyInput {
  @Field(() => Decimal, { description: 'In whole units of the currency; 0 or more.' })
  amount!: string;

  @Field(() => CurrencyCode, { description: 'Which currency the amount is in.' })
  currency!: string;
}
