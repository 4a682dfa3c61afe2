import { registerEnumType } from '@nestjs/graphql';

export enum RuleBasis {
  OWN_CHOICE = 'OWN_CHOICE',
  LEGAL_REQUIREMENT = 'LEGAL_REQUIREMENT',
}

export enum DutyStatus {
  DUE = 'DUE',
  BOOKED = 'BOOKED',
  LATE = 'LATE',
  LEARNED = 'LEARNED',
}

registerEnumType(RuleBasis, {
  name: 'TrainingRuleBasis',
  description: 'On what a training rule rests.',
  valuesMap: {
    OWN_CHOICE: { description: 'The organization wants it so.' },
    LEGAL_REQUIREMENT: { description: 'A requirement in the legal register; how far that was checked stands there.' },
  },
});

registerEnumType(DutyStatus, {
  name: 'TrainingDutyStatus',
  description: 'How somebody stands to what their office asks them to learn. Expect values to be added.',
  valuesMap: {
    DUE: { description: 'Has to learn it, is in time, and has no place anywhere.' },
    BOOKED: { description: 'Is in time, and has a place or waits for one.' },
    LATE: { description: 'The last day is over, whether a place is booked or not.' },
    LEARNED: { description: 'Has completed what was asked.' },
  },
});
