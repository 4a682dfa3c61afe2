import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Day } from '#platform';
import { ModuleHours } from '../module/module.type.js';
import { RequirementFinding } from './alignment.type.js';
import { RecognitionVerdict } from './recognition.rules.js';

registerEnumType(RecognitionVerdict, {
  name: 'RecognitionVerdict',
  description:
    'Whether a program completed in one country answers to the law of another. Verified requirements decide.',
  valuesMap: {
    RECOGNIZED: { description: 'It meets every verified requirement.' },
    AFTER_BRIDGING: { description: 'It does, once the modules of the bridge are taken too.' },
    NOT_RECOGNIZED: { description: 'It does not, even with all that the other country’s program teaches.' },
    UNDECIDABLE: { description: 'The register knows nothing that the other country asked on that day.' },
  },
});

@ObjectType({ description: 'A module to be taken before a program is recognized.' })
export class RecognitionBridge {
  @Field(() => ID, { description: 'The module; it stands in the other country’s program.' })
  moduleId!: string;

  @Field(() => ModuleHours, {
    description:
      'What is still to be taken of it: all, or what the other country teaches more of a module already taken.',
  })
  hours!: ModuleHours;

  @Field(() => [ID], { description: 'Requirements that it helps to meet.' })
  requirementIds!: string[];
}

@ObjectType({ description: 'What a program completed under one country’s variant is worth under another’s law.' })
export class Recognition {
  @Field(() => String, { description: 'Country whose program was completed (ISO 3166-1 alpha-2).' })
  fromCountryCode!: string;

  @Field(() => String, { description: 'Country whose law is asked (ISO 3166-1 alpha-2).' })
  toCountryCode!: string;

  @Field(() => Day, { description: 'The day.' })
  on!: string;

  @Field(() => RecognitionVerdict, { description: 'The answer.' })
  verdict!: RecognitionVerdict;

  @Field(() => [RequirementFinding], { description: 'Requirement by requirement.' })
  findings!: RequirementFinding[];

  @Field(() => [RequirementFinding], { description: 'Those it does not meet, unverified ones too.' })
  missing!: RequirementFinding[];

  @Field(() => [RecognitionBridge], {
    description: 'Modules to be taken, no more than are needed, in the order of the other country’s program.',
  })
  bridge!: RecognitionBridge[];

  @Field(() => [RequirementFinding], { description: 'What stays unmet even after the bridge.' })
  unbridged!: RequirementFinding[];
}
