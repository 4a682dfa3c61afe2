import { registerEnumType } from '@nestjs/graphql';

export enum OrganizationStatus {
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
}

registerEnumType(OrganizationStatus, {
  name: 'OrganizationStatus',
  description: 'Whether an organization is at work. Expect values to be added.',
  valuesMap: {
    ACTIVE: { description: 'At work.' },
    CLOSED: { description: 'Closed: can be read, and nothing is done in it any more.' },
  },
});
