import { registerEnumType } from '@nestjs/graphql';

/** What looks unusual about a number, where the rule is not confirmed enough to refuse it. */
export enum NumberDoubt {
  LENGTH = 'LENGTH',
  CHECK_DIGIT = 'CHECK_DIGIT',
  BIRTH_DATE = 'BIRTH_DATE',
}

registerEnumType(NumberDoubt, {
  name: 'NumberDoubt',
  description: 'What looks unusual about a national number. Expect values to be added.',
  valuesMap: {
    LENGTH: { description: 'It is longer or shorter than such numbers are known to be.' },
    CHECK_DIGIT: { description: 'Its last digit does not follow from the others by the rule we know.' },
    BIRTH_DATE: { description: 'It tells another birth date than the one given.' },
  },
});
