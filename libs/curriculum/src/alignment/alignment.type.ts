import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Day } from '#platform';
import { TrainingDocument, TrainingMode, TrainingProvider } from '../law/law.enums.js';
import { AlignmentState } from './alignment.entity.js';
import { Coverage, Verdict } from './engine.types.js';

registerEnumType(Coverage, {
  name: 'AlignmentCoverage',
  description: 'How a module or one of its outcomes, in an editor’s judgment, answers to a requirement.',
  valuesMap: {
    COVERS: { description: 'Wholly; of a module all taught hours count, of an outcome those that the editor names.' },
    COVERS_PARTLY: { description: 'In part; the hours that the editor names count.' },
    NOT_APPLICABLE: {
      description:
        'The requirement does not concern it, for the reason given. A curriculum is exempt once this is said of each module that every learner takes.',
    },
  },
});

registerEnumType(AlignmentState, {
  name: 'AlignmentState',
  description: 'Whether a judgment still holds.',
  valuesMap: {
    CURRENT: { description: 'It relies on the newest edition.' },
    TO_BE_RECHECKED: { description: 'The act changed since.' },
  },
});

registerEnumType(Verdict, {
  name: 'AlignmentVerdict',
  description: 'How a curriculum stands to a requirement. The program proves itself; the law is not guessed.',
  valuesMap: {
    MET: { description: 'Met.' },
    PARTLY_MET: { description: 'Met in part; the numbers tell what is missing.' },
    UNMET: { description: 'Not met, or the program does not say.' },
    UNDECIDABLE: { description: 'The act is silent, was not read, or speaks of people in words.' },
    NOT_APPLICABLE: { description: 'It asks nothing of this program; the explanation tells why.' },
  },
});

@ObjectType('Alignment', {
  description: 'An editor’s judgment of one module, or of one of its outcomes, against one requirement.',
})
export class AlignmentType {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The module.' })
  moduleId!: string;

  @Field(() => ID, { nullable: true, description: 'The outcome of the module; null: the module as a whole.' })
  outcomeId!: string | null;

  @Field(() => Coverage, { description: 'How it answers.' })
  coverage!: Coverage;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours of the module that serve; null: not said, or all of them.',
  })
  hours!: number | null;

  @Field(() => String, { nullable: true, description: 'Why, in the editor’s words; null: not said.' })
  reason!: string | null;

  @Field(() => AlignmentState, { description: 'Whether it still holds.' })
  state!: AlignmentState;

  @Field(() => DateTime, { description: 'When it was last judged.' })
  changedAt!: Date;
}

@ObjectType({ description: 'A number on both sides.' })
export class ComparedNumber {
  @Field(() => Float, { nullable: true, description: 'What the program has; null: it does not say.' })
  found!: number | null;

  @Field(() => Float, { nullable: true, description: 'What the act asks for; null: not known.' })
  asked!: number | null;
}

@ObjectType({ description: 'Whom a requirement speaks of.' })
export class RequirementAudience {
  @Field(() => [String], { description: 'Training roles it names, by code.' })
  asked!: readonly string[];

  @Field(() => [String], { description: 'Those of them that the program trains.' })
  served!: readonly string[];

  @Field(() => [String], { description: 'People it names in words; they cannot be compared.' })
  inWords!: readonly string[];
}

@ObjectType({ description: 'Forms of training on both sides.' })
export class ComparedModes {
  @Field(() => [TrainingMode], { nullable: true, description: 'Null: the program does not say.' })
  found!: readonly TrainingMode[] | null;

  @Field(() => [TrainingMode], { description: 'Allowed ones; empty: the act is silent.' })
  asked!: readonly TrainingMode[];
}

@ObjectType({ description: 'Documents on both sides.' })
export class ComparedDocuments {
  @Field(() => [TrainingDocument], { nullable: true, description: 'Null: the program does not say.' })
  found!: readonly TrainingDocument[] | null;

  @Field(() => [TrainingDocument], { description: 'Accepted ones, any of them; empty: the act is silent.' })
  asked!: readonly TrainingDocument[];
}

@ObjectType({ description: 'Who teaches, on both sides.' })
export class ComparedProviders {
  @Field(() => [TrainingProvider], { nullable: true, description: 'Null: the program does not say.' })
  found!: readonly TrainingProvider[] | null;

  @Field(() => [TrainingProvider], { description: 'Who may, any of them; empty: the act is silent.' })
  asked!: readonly TrainingProvider[];
}

@ObjectType({ description: 'How a curriculum stands to one requirement, with the numbers and the reasons.' })
export class RequirementFinding {
  @Field(() => ID, { description: 'The requirement.' })
  requirementId!: string;

  @Field(() => Verdict, { description: 'The answer.' })
  verdict!: Verdict;

  @Field(() => Boolean, {
    description: 'Whether it keeps a variant from being published: verified, in force, not met.',
  })
  isBlocking!: boolean;

  @Field(() => Boolean, { description: 'Whether an editor’s judgment it rests on is older than the edition.' })
  isToBeRechecked!: boolean;

  @Field(() => ComparedNumber, { nullable: true, description: 'Academic hours; null: it asks for none.' })
  hours!: ComparedNumber | null;

  @Field(() => ComparedNumber, { nullable: true, description: 'Months between repetitions; null: it asks for none.' })
  months!: ComparedNumber | null;

  @Field(() => RequirementAudience, { description: 'Whom it speaks of.' })
  audience!: RequirementAudience;

  @Field(() => ComparedModes, { nullable: true, description: 'Forms of training; null: it is about others.' })
  modes!: ComparedModes | null;

  @Field(() => ComparedDocuments, { nullable: true, description: 'Documents; null: it is about others.' })
  documents!: ComparedDocuments | null;

  @Field(() => ComparedProviders, { nullable: true, description: 'Who teaches; null: it is about others.' })
  providers!: ComparedProviders | null;

  @Field(() => [ID], { description: 'Modules that count, by themselves or by an outcome.' })
  moduleIds!: string[];

  @Field(() => [ID], { description: 'Learning outcomes that count; see `ModuleOutcome.id`.' })
  outcomeIds!: string[];
}

@ObjectType({ description: 'How many requirements have each answer.' })
export class VerdictCounts {
  @Field(() => Int, { description: 'Met.' })
  met!: number;

  @Field(() => Int, { description: 'Met in part.' })
  partlyMet!: number;

  @Field(() => Int, { description: 'Not met.' })
  unmet!: number;

  @Field(() => Int, { description: 'Cannot be decided.' })
  undecidable!: number;

  @Field(() => Int, { description: 'Ask nothing of this program.' })
  notApplicable!: number;

  @Field(() => Int, { description: 'Keep a variant from being published.' })
  blocking!: number;

  @Field(() => Int, { description: 'Rest on a judgment that is to be re-checked.' })
  toBeRechecked!: number;
}

@ObjectType({ description: 'How a curriculum stands to the law of one country on one day.' })
export class CountryAlignment {
  @Field(() => String, { description: 'The country (ISO 3166-1 alpha-2).' })
  countryCode!: string;

  @Field(() => Day, { description: 'The day.' })
  on!: string;

  @Field(() => [RequirementFinding], { description: 'Requirement by requirement, in the order of acts and articles.' })
  findings!: RequirementFinding[];
}

@ObjectType({ description: 'A curriculum against all countries at once.' })
export class AlignmentMatrix {
  @Field(() => Day, { description: 'The day.' })
  on!: string;

  @Field(() => [CountryAlignment], { description: 'Every country in force, in the order of the codes.' })
  countries!: CountryAlignment[];
}
