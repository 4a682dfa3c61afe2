import { registerEnumType } from '@nestjs/graphql';

export enum MandateBasis {
  ELECTED = 'ELECTED',
  APPOINTED = 'APPOINTED',
}

registerEnumType(MandateBasis, {
  name: 'MandateBasis',
  description: 'How somebody came to an office.',
  valuesMap: {
    ELECTED: { description: 'By a vote of members or delegates.' },
    APPOINTED: { description: 'By a decision of a body or an officer.' },
  },
});
