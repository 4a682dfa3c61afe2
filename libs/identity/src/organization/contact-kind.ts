import { registerEnumType } from '@nestjs/graphql';

export enum ContactKind {
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  WEBSITE = 'WEBSITE',
  ADDRESS = 'ADDRESS',
  MESSENGER = 'MESSENGER',
}

registerEnumType(ContactKind, {
  name: 'ContactKind',
  description: 'How an organization is reached. Expect values to be added.',
  valuesMap: {
    EMAIL: { description: 'Mailbox.' },
    PHONE: { description: 'Telephone number, with the country’s code.' },
    WEBSITE: { description: 'Address of a website.' },
    ADDRESS: { description: 'Postal address.' },
    MESSENGER: { description: 'Name or link in a messenger.' },
  },
});
