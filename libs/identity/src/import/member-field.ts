import { registerEnumType } from '@nestjs/graphql';

/** What a column of a list of members can hold. */
export enum MemberField {
  FAMILY_NAME = 'FAMILY_NAME',
  GIVEN_NAME = 'GIVEN_NAME',
  PATRONYMIC = 'PATRONYMIC',
  FULL_NAME = 'FULL_NAME',
  OTHER_FAMILY_NAME = 'OTHER_FAMILY_NAME',
  OTHER_GIVEN_NAME = 'OTHER_GIVEN_NAME',
  OTHER_PATRONYMIC = 'OTHER_PATRONYMIC',
  OTHER_FULL_NAME = 'OTHER_FULL_NAME',
  BORN_ON = 'BORN_ON',
  PERSONAL_NUMBER = 'PERSONAL_NUMBER',
  PASSPORT = 'PASSPORT',
  NUMBER_COUNTRY = 'NUMBER_COUNTRY',
  EMAIL = 'EMAIL',
  STARTED_ON = 'STARTED_ON',
  ORGANIZATION = 'ORGANIZATION',
}

registerEnumType(MemberField, {
  name: 'MemberField',
  description: 'What a column of a list of members holds. Expect values to be added.',
  valuesMap: {
    FAMILY_NAME: { description: 'Family name.' },
    GIVEN_NAME: { description: 'Given name.' },
    PATRONYMIC: { description: 'Patronymic.' },
    FULL_NAME: { description: 'Family name, given name and patronymic in one cell, in this order.' },
    OTHER_FAMILY_NAME: { description: 'Family name in the other script.' },
    OTHER_GIVEN_NAME: { description: 'Given name in the other script.' },
    OTHER_PATRONYMIC: { description: 'Patronymic in the other script.' },
    OTHER_FULL_NAME: { description: 'The whole name in the other script, in one cell.' },
    BORN_ON: { description: 'Day of birth, as 1990-05-17 or 17.05.1990.' },
    PERSONAL_NUMBER: { description: 'Number for life: IIN, PINFL, PIN, FIN. Kept sealed.' },
    PASSPORT: { description: 'Number of a passport or an identity card; read where there is no personal number.' },
    NUMBER_COUNTRY: { description: 'State that gave the number, by ISO 3166-1 alpha-2.' },
    EMAIL: { description: 'Mailbox to write to.' },
    STARTED_ON: { description: 'First day of the membership.' },
    ORGANIZATION: { description: 'Name or id of the organization: that of the import, or one below it.' },
  },
});
