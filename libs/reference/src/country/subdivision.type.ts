import { Field, ObjectType } from '@nestjs/graphql';
import { Sourced } from '../sourced.type.js';

@ObjectType('Subdivision', { implements: () => Sourced, description: 'A region, city or district of a country.' })
export class SubdivisionType extends Sourced {
  @Field(() => String, { description: 'ISO 3166-2, for example `UZ-TK`.' })
  code!: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 of its country.' })
  countryCode!: string;

  name!: string;
  nameLocale!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, in English: `region`, `city`; each country has its own words. Null: not known.',
  })
  type!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the subdivision it belongs to; null: the country itself.',
  })
  parentCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Code it had before it was renamed; null: none is known.' })
  formerCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA time zone, one of the country’s; null: not recorded, take the country’s first.',
  })
  timeZone!: string | null;

  @Field(() => String, { nullable: true, description: 'Remark in English for those who keep the list; null: none.' })
  note!: string | null;
}
