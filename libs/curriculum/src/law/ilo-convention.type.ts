import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '#platform';
import { RatificationStatus } from './law.enums.js';
import { LegalRecord } from './legal-act.type.js';

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
