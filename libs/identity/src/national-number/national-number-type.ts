import { registerEnumType } from '@nestjs/graphql';

export enum NationalNumberType {
  PERSONAL_NUMBER = 'PERSONAL_NUMBER',
  PASSPORT = 'PASSPORT',
}

registerEnumType(NationalNumberType, {
  name: 'NationalNumberType',
  description: 'What kind of number a state gave. Expect values to be added.',
  valuesMap: {
    PERSONAL_NUMBER: { description: 'For life: IIN in Kazakhstan, PINFL in Uzbekistan, PIN, FIN.' },
    PASSPORT: { description: 'Of a passport or an identity card.' },
  },
});
