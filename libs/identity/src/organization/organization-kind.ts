import { registerEnumType } from '@nestjs/graphql';

export enum OrganizationKind {
  FEDERATION = 'FEDERATION',
  TERRITORIAL_ASSOCIATION = 'TERRITORIAL_ASSOCIATION',
  SECTORAL_UNION = 'SECTORAL_UNION',
  REGIONAL_BRANCH = 'REGIONAL_BRANCH',
  PRIMARY_ORGANIZATION = 'PRIMARY_ORGANIZATION',
  ACADEMY = 'ACADEMY',
}

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What kind of body an organization is. Expect values to be added.',
  valuesMap: {
    FEDERATION: { description: 'National center that unites sectoral unions and territorial associations.' },
    TERRITORIAL_ASSOCIATION: { description: 'Union center of a region, city or district.' },
    SECTORAL_UNION: { description: 'Union of one branch of the economy.' },
    REGIONAL_BRANCH: { description: 'A sectoral union’s organization in one region; answers to two lines.' },
    PRIMARY_ORGANIZATION: { description: 'The union’s unit inside one employer.' },
    ACADEMY: { description: 'A body that teaches: academy, training center, school.' },
  },
});
