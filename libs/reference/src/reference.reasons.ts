import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';

export enum CodeList {
  SECTORS = 'SECTORS',
  ROLES = 'ROLES',
  COUNTRIES = 'COUNTRIES',
  SUBDIVISIONS = 'SUBDIVISIONS',
  LANGUAGES = 'LANGUAGES',
  TIME_ZONES = 'TIME_ZONES',
  CURRENCIES = 'CURRENCIES',
}

registerEnumType(CodeList, {
  name: 'CodeList',
  description: 'A reference list that codes are taken from. Expect values to be added.',
  valuesMap: {
    SECTORS: { description: 'Sectors; see `sectors`.' },
    ROLES: { description: 'Training roles; see `trainingRoles`.' },
    COUNTRIES: { description: 'Countries; see `countries`.' },
    SUBDIVISIONS: { description: 'Subdivisions; see `countries.subdivisions`.' },
    LANGUAGES: { description: 'Languages of the countries, and English; see `countries.languages`.' },
    TIME_ZONES: { description: 'Time zones of the countries; see `countries.timeZones`.' },
    CURRENCIES: { description: 'Currencies of the countries; see `countries.currency`.' },
  },
});

@ObjectType({ implements: () => UserError, description: 'A code that is not in its reference list, or has left it.' })
export class UnknownCode extends Reason {
  @Field(() => CodeList, { description: 'The list the code was looked for in.' })
  readonly list: CodeList;

  @Field(() => String, { description: 'The code as it was sent.' })
  readonly code: string;

  constructor(list: CodeList, code: string, path: string[]) {
    super('reference.unknown-code', path);
    this.list = list;
    this.code = code;
  }
}
