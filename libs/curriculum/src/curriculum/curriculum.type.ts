import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Node } from '#platform';
import { TrainingDocument, TrainingMode, TrainingProvider } from '../law/law.enums.js';
import { CurriculumModuleVersionType, ModuleDifference, ModuleHours } from '../module/module.type.js';

@ObjectType('CurriculumVersion', {
  implements: () => Node,
  description: 'All that a curriculum says at one time. Immutable once published.',
})
export class CurriculumVersionType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, in the order in which they were begun.' })
  number!: number;

  @Field(() => DateTime, { nullable: true, description: 'Null: the draft of the next version.' })
  publishedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'What gives the hours of the whole; null: the owner chose them.',
  })
  hoursSource!: string | null;

  @Field(() => Int, { nullable: true, description: 'A learner repeats it every so many months; null: not said.' })
  repeatMonths!: number | null;

  @Field(() => [TrainingMode], { nullable: true, description: 'In which forms it is taught; null: not said.' })
  trainingModes!: TrainingMode[] | null;

  @Field(() => [TrainingDocument], { nullable: true, description: 'What a learner gets; null: not said.' })
  documents!: TrainingDocument[] | null;

  @Field(() => [TrainingProvider], { nullable: true, description: 'Who teaches; null: not said.' })
  providers!: TrainingProvider[] | null;
}

@ObjectType('Curriculum', {
  implements: () => Node,
  description: 'A program for one sector or all, and for one or more training roles. What it says is in its versions.',
})
export class CurriculumType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'What people call it by: `C-12`, its variant for Kazakhstan `C-12-KZ`.' })
  code!: string;

  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedRevision`.' })
  revision!: number;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;
}

@ObjectType({ description: 'A module in its place in a curriculum.' })
export class PlacedModule {
  @Field(() => ID, { description: 'The module; the same over all its versions.' })
  moduleId!: string;

  @Field(() => Int, { description: 'Place in the curriculum from 1.' })
  position!: number;

  @Field(() => Boolean, { description: 'Whether a learner may leave it out.' })
  isElective!: boolean;

  @Field(() => ModuleHours, { description: 'How much time it takes here; a variant may give it other hours.' })
  hours!: ModuleHours;

  @Field(() => ID, { nullable: true, description: 'Module of the base whose place it takes; null: none.' })
  replacesModuleId!: string | null;

  @Field(() => [ID], { description: 'Modules to be taken before it.' })
  requiredModuleIds!: string[];
}

@ObjectType({ description: 'A newer version of a shared module, offered to a curriculum that holds an older one.' })
export class ModuleOffer {
  @Field(() => ID, { description: 'The module.' })
  moduleId!: string;

  @Field(() => CurriculumModuleVersionType, { description: 'The version that the curriculum holds.' })
  held!: CurriculumModuleVersionType;

  @Field(() => CurriculumModuleVersionType, { description: 'The newest version; take it with `takeModuleVersion`.' })
  offered!: CurriculumModuleVersionType;

  @Field(() => [ModuleDifference], { description: 'What the newest says differently.' })
  differences!: ModuleDifference[];
}
