import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Locale } from '#platform';
import { Sourced } from '../sourced.type.js';
import { LanguageRole } from './country-language.entity.js';
import { TextDirection } from './language.entity.js';

registerEnumType(LanguageRole, {
  name: 'LanguageRole',
  description: 'What a language is in a country.',
  valuesMap: {
    STATE: { description: 'State language.' },
    OFFICIAL: { description: 'Official language beside, or instead of, a state language.' },
    REGIONAL: { description: 'Language of a region or of a people of the country.' },
    INTERETHNIC: { description: 'Language in which the peoples of the country talk to each other.' },
    WIDELY_USED: { description: 'Widely used without being official.' },
    PLANNED: { description: 'Planned, for example a reform of the script; not in use for documents yet.' },
  },
});

registerEnumType(TextDirection, {
  name: 'TextDirection',
  description: 'Direction in which lines of a language run.',
  valuesMap: { LTR: { description: 'Left to right.' }, RTL: { description: 'Right to left.' } },
});

@ObjectType('CountryLanguage', { implements: () => Sourced, description: 'A language in one country.' })
export class CountryLanguageType extends Sourced {
  @Field(() => Locale, { description: 'Canonical tag, for example `uz`, `uz-Cyrl`, `fa-AF`.' })
  tag!: string;

  name!: string;
  nameLocale!: string;

  @Field(() => LanguageRole, { description: 'What it is in the country. Expect values to be added.' })
  role!: LanguageRole;

  script!: string;
  direction!: TextDirection;

  @Field(() => String, { nullable: true, description: 'Remark in English for those who keep the list; null: none.' })
  note!: string | null;
}
