import { registerEnumType } from '@nestjs/graphql';

export enum MemberImportStatus {
  AWAITING_FILE = 'AWAITING_FILE',
  READING = 'READING',
  READY = 'READY',
  FAILED = 'FAILED',
  APPLYING = 'APPLYING',
  APPLIED = 'APPLIED',
  UNDOING = 'UNDOING',
  UNDONE = 'UNDONE',
  EXPIRED = 'EXPIRED',
}

export enum RowOutcome {
  NEW = 'NEW',
  MATCH = 'MATCH',
  DUPLICATE = 'DUPLICATE',
  ERROR = 'ERROR',
}

registerEnumType(MemberImportStatus, {
  name: 'MemberImportStatus',
  description: 'How far an import is. Expect values to be added.',
  valuesMap: {
    AWAITING_FILE: { description: 'The file is not whole yet, or nobody has begun to read it.' },
    READING: { description: 'The file is being read.' },
    READY: { description: 'All rows are read and can be looked at; nobody was added.' },
    FAILED: { description: 'The file cannot be read.' },
    APPLYING: { description: 'People are being added.' },
    APPLIED: { description: 'All who could be added are.' },
    UNDOING: { description: 'Those added are being taken out again.' },
    UNDONE: { description: 'Those added are out again, but for those whom somebody uses meanwhile.' },
    EXPIRED: { description: 'It was not applied within a week, so the file is forgotten.' },
  },
});

registerEnumType(RowOutcome, {
  name: 'RowOutcome',
  description: 'What becomes of a row. Expect values to be added.',
  valuesMap: {
    NEW: { description: 'Nobody like that is known: a person is made known, and a member.' },
    MATCH: { description: 'A person you see is known to be the same; made a member unless they are one.' },
    DUPLICATE: { description: 'Repeats a row, or may be somebody who is known: stays out.' },
    ERROR: { description: 'Something in it is wrong: stays out.' },
  },
});
