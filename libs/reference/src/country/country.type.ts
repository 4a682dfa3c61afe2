import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Sourced } from '../sourced.type.js';
import { Weekday } from './country.entity.js';
import { CountryLanguageType } from './country-language.type.js';
import { CurrencyType } from './currency.type.js';
import { SubdivisionType } from './subdivision.type.js';
import { UnionCenterType } from './union-center.type.js';

registerEnumType(Weekday, {
  name: 'Weekday',
  description: 'A day of the week.',
  valuesMap: {
    MONDAY: { description: 'ISO 8601 day 1.' },
    TUESDAY: { description: 'ISO 8601 day 2.' },
    WEDNESDAY: { description: 'ISO 8601 day 3.' },
    THURSDAY: { description: 'ISO 8601 day 4.' },
    FRIDAY: { description: 'ISO 8601 day 5.' },
    SATURDAY: { description: 'ISO 8601 day 6.' },
    SUNDAY: { description: 'ISO 8601 day 7.' },
  },
});

@ObjectType('Country', {
  implements: () => Sourced,
  description: 'A country that Odaq serves. Which ones these are is data; expect countries to be added.',
})
export class CountryType extends Sourced {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2, for example `UZ`.' })
  code!: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-3, for example `UZB`.' })
  alpha3!: string;
  @Field(() => String, { description: 'ISO 3166-1 numeric, three digits, for example `860`.' })
  numeric!: string;

  name!: string;
  nameLocale!: string;
  @Field(() => String, { description: 'Full name of the state, in English.' })
  officialNameEn!: string;

  currency!: CurrencyType;
  languages!: CountryLanguageType[];
  timeZones!: string[];
  subdivisions!: SubdivisionType[];
  unionCenters!: UnionCenterType[];

  @Field(() => String, { description: 'Telephone code with the plus sign, for example `+998`.' })
  callingCode!: string;
  @Field(() => Int, { description: 'Digits of a mobile number after the calling code.' })
  mobileDigits!: number;

  @Field(() => Weekday, { description: 'Day that a calendar week begins with.' })
  weekStart!: Weekday;
  @Field(() => [Weekday], { description: 'Usual days of rest; empty: not known.' })
  weekend!: Weekday[];
  @Field(() => [String], { description: 'Calendars in use by their CLDR names, the usual one first.' })
  calendars!: string[];

  @Field(() => String, { nullable: true, description: 'Remark in English for those who keep the list; null: none.' })
  note!: string | null;
}
