import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Day } from '#platform';
import { RatificationStatus } from './law.enums.js';
import { LegalRecord } from './legal-act.type.js';
import { ConventionStanding } from './standing.rules.js';

registerEnumType(ConventionStanding, {
  name: 'ConventionStanding',
  description: 'Where a country stands with a convention on a day. Expect values to be added.',
  valuesMap: {
    IN_FORCE: { description: 'Ratified, and the twelve months have passed after which it binds the country.' },
    RATIFIED: { description: 'Ratified; it does not bind yet, or the date is not known.' },
    UNDER_WAY: { description: 'A national decision was taken; deposit with the ILO was not seen.' },
    NOT_RATIFIED: { description: 'Not ratified on that day.' },
    NOT_KNOWN: { description: 'No ratification was found, or the register says nothing of the country.' },
  },
});

@ObjectType('ConventionRatification', {
  implements: () => LegalRecord,
  description: 'Where one country stands with one ILO convention.',
})
export class ConventionRatificationType extends LegalRecord {
  @Field(() => RatificationStatus, { description: 'Where it stands.' })
  status!: RatificationStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Day, month or year in ISO 8601, as exact as it is known; null: none, or not known.',
  })
  date!: string | null;
}

@ObjectType('IloConvention', {
  implements: () => LegalRecord,
  description: 'An ILO convention that bears on training.',
})
export class IloConventionType extends LegalRecord {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'For example `C155`.' })
  code!: string;

  @Field(() => Int, { description: 'Its number.' })
  number!: number;

  @Field(() => Day, { name: 'adoptedOn', description: 'When it was adopted.' })
  adopted!: string;

  @Field(() => Day, { description: 'When it came into force.' })
  inForceFrom!: string;

  @Field(() => String, { description: 'Why it matters to training, in English.' })
  bearsOnTraining!: string;
}

@ObjectType({ description: 'Where one country stands with one ILO convention on a day.' })
export class CountryConvention {
  @Field(() => IloConventionType, { description: 'The convention.' })
  convention!: IloConventionType;

  @Field(() => ConventionStanding, { description: 'Where it stands.' })
  standing!: ConventionStanding;

  @Field(() => ConventionRatificationType, {
    nullable: true,
    description: 'What the register says, and how far it was checked; null: nothing.',
  })
  ratification!: ConventionRatificationType | null;
}
