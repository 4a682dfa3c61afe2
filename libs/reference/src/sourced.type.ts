import { Field, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '#platform';
import { Verification } from './sourced.columns.js';

registerEnumType(Verification, {
  name: 'Verification',
  description: 'How far a record was checked against the source it names.',
  valuesMap: {
    VERIFIED: { description: 'The named source says it.' },
    PARTLY: { description: 'Some fields were read in the source, others were not; see the note and `fieldSources`.' },
    UNVERIFIED: { description: 'From memory, or only a hint was found. Show it with a mark.' },
  },
});

@ObjectType({ description: 'Where one field of a record comes from, when the record has several sources.' })
export class FieldSource {
  @Field(() => String, { description: 'Field of the data file, or several joined by a comma, for example `names.kk`.' })
  field!: string;
  @Field(() => String, { description: 'Title and address; wins over the source of the record.' })
  source!: string;
}

/** What every record of the lists shows besides its facts. */
@InterfaceType('Sourced', {
  description: 'A record of the reference lists, with its source and how far it was checked.',
})
export abstract class Sourced {
  @Field(() => Verification, { description: 'How far the record was checked. Expect values to be added.' })
  verification!: Verification;

  @Field(() => String, {
    description: 'Title and address, several joined by ` ; `; or `general knowledge, not looked up`. In English.',
  })
  source!: string;

  @Field(() => String, { nullable: true, description: 'What was not checked, in English; null: nothing to add.' })
  verificationNote!: string | null;

  @Field(() => [FieldSource], {
    description: 'Fields with a source of their own; empty: the record’s source covers all.',
  })
  fieldSources!: FieldSource[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the record left the lists; it stays readable, and may not be chosen any more. Null: in force.',
  })
  retiredAt!: Date | null;
}
