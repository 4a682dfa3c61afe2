import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Likeness } from './duplicates.js';

registerEnumType(Likeness, {
  name: 'Likeness',
  description: 'Why two records may be one human. Expect values to be added.',
  valuesMap: {
    NATIONAL_NUMBER: { description: 'The same national number.' },
    NAME_AND_BIRTH_DATE: { description: 'The same name, in this or another spelling or script, and birth date.' },
    NAME: { description: 'The same name in this organization, and one of the birth dates is not known.' },
  },
});

@ObjectType('PossibleDuplicate', { description: 'Somebody who may be the person that is being added.' })
export class PossibleDuplicateType {
  @Field(() => ID, { description: 'Identifier of the person, for `confirmDuplicates`.' })
  personId!: string;

  @Field(() => Likeness, { description: 'Why; the strongest reason there is.' })
  likeness!: Likeness;
}
