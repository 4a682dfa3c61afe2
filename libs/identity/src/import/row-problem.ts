import { registerEnumType } from '@nestjs/graphql';

/** What is wrong with a row, or keeps it out. */
export enum RowFault {
  MISSING = 'MISSING',
  NOT_PLAIN_TEXT = 'NOT_PLAIN_TEXT',
  NOT_A_DAY = 'NOT_A_DAY',
  DAY_IN_FUTURE = 'DAY_IN_FUTURE',
  NOT_A_MAILBOX = 'NOT_A_MAILBOX',
  NUMBER_WRONG = 'NUMBER_WRONG',
  COUNTRY_UNKNOWN = 'COUNTRY_UNKNOWN',
  SAME_SCRIPT = 'SAME_SCRIPT',
  ORGANIZATION_UNKNOWN = 'ORGANIZATION_UNKNOWN',
  ORGANIZATION_AMBIGUOUS = 'ORGANIZATION_AMBIGUOUS',
  REPEATS_ROW = 'REPEATS_ROW',
  NUMBER_OF_ANOTHER = 'NUMBER_OF_ANOTHER',
  MAY_BE_KNOWN = 'MAY_BE_KNOWN',
  NOBODY_FOUND = 'NOBODY_FOUND',
  SEVERAL_FOUND = 'SEVERAL_FOUND',
}

registerEnumType(RowFault, {
  name: 'RowFault',
  description: 'What is wrong with a row, or keeps it out. Expect values to be added.',
  valuesMap: {
    MISSING: { description: 'A name is missing.' },
    NOT_PLAIN_TEXT: { description: 'Too long, or with signs that are no text.' },
    NOT_A_DAY: { description: 'It is no day.' },
    DAY_IN_FUTURE: { description: 'The day is yet to come.' },
    NOT_A_MAILBOX: { description: 'It is no e-mail address.' },
    NUMBER_WRONG: { description: 'The number cannot be right.' },
    COUNTRY_UNKNOWN: { description: 'There is no such country.' },
    SAME_SCRIPT: { description: 'Both names are written in one script.' },
    ORGANIZATION_UNKNOWN: { description: 'There is no such organization here, or not for you to add to.' },
    ORGANIZATION_AMBIGUOUS: { description: 'Several organizations are named so.' },
    REPEATS_ROW: { description: 'The same person stands in an earlier row.' },
    NUMBER_OF_ANOTHER: { description: 'The number belongs to somebody else, or to somebody you do not see.' },
    MAY_BE_KNOWN: { description: 'Somebody of this name is known who may be the same person.' },
    NOBODY_FOUND: { description: 'No member here is named so.' },
    SEVERAL_FOUND: { description: 'Several members here are named so.' },
  },
});

/** A bad cell, or a whole row that is kept out. */
export interface RowProblem {
  fault: RowFault;
  /** From 1; null: the row as a whole. */
  column: number | null;
  /** The earlier row that it repeats. */
  row?: number;
}
