import { Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, Node } from '#platform';
import {
  LegalActStatus,
  LegalArea,
  LegalUnit,
  LegalVerification,
  RequirementKind,
  TrainingDocument,
  TrainingMode,
  TrainingProvider,
} from './law.enums.js';

@InterfaceType('LegalRecord', { description: 'A record of the legal register, and how far it was checked.' })
export abstract class LegalRecord {
  @Field(() => LegalVerification, { description: 'Only what is VERIFIED may block publishing.' })
  verification!: LegalVerification;

  @Field(() => String, { description: 'Title and address, several joined by ` ; `. In English.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'A remark in English; null: none.' })
  note!: string | null;
}

@ObjectType('LegalAct', {
  implements: () => [Node, LegalRecord],
  description: 'A law, code, rule or standard of one country that bears on training. What it asks is in its editions.',
})
export class LegalActType extends LegalRecord implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'Code assigned for Odaq, for example `kz-labor-code`.' })
  code!: string;

  @Field(() => [LegalArea], { description: 'What it is about.' })
  areas!: LegalArea[];

  @Field(() => String, { nullable: true, description: 'As the country numbers it; null: none, or not known.' })
  number!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When it was adopted: day, month or year in ISO 8601, as exact as it is known; null: not known.',
  })
  adopted!: string | null;

  @Field(() => LegalActStatus, { description: 'Whether it applies, as far as was seen.' })
  status!: LegalActStatus;

  @Field(() => String, { nullable: true, description: 'What is doubtful about that, in English; null: nothing.' })
  statusNote!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it left the register; null: it is in it.' })
  retiredAt!: Date | null;
}

@ObjectType('LegalActEdition', {
  implements: () => [Node, LegalRecord],
  description: 'An act as it stands from one day to another. On each day at most one edition of an act is in force.',
})
export class LegalActEditionType extends LegalRecord implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, in the order in which they were recorded.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'Which text was seen, in English; null: not said.' })
  seen!: string | null;

  @Field(() => Day, { nullable: true, description: 'First day; null: not known, it counts on every earlier day.' })
  inForceFrom!: string | null;

  @Field(() => Day, { nullable: true, description: 'First day on which it no longer applies; null: no end is known.' })
  inForceUntil!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When people recorded it; null: it came with the data.' })
  recordedAt!: Date | null;
}

@ObjectType('LegalRequirement', {
  implements: () => [Node, LegalRecord],
  description: 'One thing that an edition of an act asks. Lists are empty where the act is silent, or was not read.',
})
export class LegalRequirementType extends LegalRecord implements Node {
  @Field(() => ID, { description: 'Opaque identifier; another one in each edition.' })
  id!: string;

  @Field(() => String, { description: 'The same in each edition of the act, for example `min-hours`.' })
  code!: string;

  @Field(() => RequirementKind, { description: 'What it asks. Expect values to be added.' })
  kind!: RequirementKind;

  @Field(() => String, { nullable: true, description: 'Article, as it is cited; null: not known.' })
  article!: string | null;

  @Field(() => [String], { description: 'Training roles it speaks of, by code.' })
  roleCodes!: string[];

  @Field(() => [String], { description: 'People it speaks of who have no role code, in English words.' })
  otherAudience!: string[];

  @Field(() => Int, { nullable: true, description: 'Its number; null: it names none, or it was not read.' })
  value!: number | null;

  @Field(() => LegalUnit, { nullable: true, description: 'Unit of the value; null with it.' })
  unit!: LegalUnit | null;

  @Field(() => [TrainingMode], { description: 'Forms of training it allows.' })
  trainingModes!: TrainingMode[];

  @Field(() => [TrainingDocument], { description: 'Documents it accepts as proof, any of them.' })
  documents!: TrainingDocument[];

  @Field(() => [TrainingProvider], { description: 'Who may teach, any of them.' })
  providers!: TrainingProvider[];

  @Field(() => Day, { nullable: true, description: 'When it began later than its edition; null: with it.' })
  inForceFrom!: string | null;
}
