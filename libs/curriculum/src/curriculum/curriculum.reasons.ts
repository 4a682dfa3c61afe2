import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';

@ObjectType({ implements: () => UserError, description: 'There is no such curriculum, or not for you to see.' })
export class CurriculumNotFound extends Reason {
  constructor(path: string[] = ['curriculumId']) {
    super('curriculum.not-found', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'Somebody changed the curriculum since you read it.' })
export class CurriculumChangedMeanwhile extends Reason {
  @Field(() => Int, { description: 'Its revision now.' })
  readonly revision: number;

  constructor(revision: number) {
    super('curriculum.changed-meanwhile', ['expectedRevision']);
    this.revision = revision;
  }
}

@ObjectType({ implements: () => UserError, description: 'A module stands in the curriculum more than once.' })
export class ModuleRepeated extends Reason {
  @Field(() => ID, { description: 'The module.' })
  readonly moduleId: string;

  constructor(moduleId: string) {
    super('curriculum.module-repeated', ['modules']);
    this.moduleId = moduleId;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A module is to be taken after one that is not in the curriculum.',
})
export class RequiredModuleMissing extends Reason {
  @Field(() => ID, { description: 'The module that is missing.' })
  readonly moduleId: string;

  constructor(moduleId: string) {
    super('curriculum.required-module-missing', ['modules']);
    this.moduleId = moduleId;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Modules wait for each other in a circle, so nobody could begin.',
})
export class ModuleCircle extends Reason {
  @Field(() => [ID], {
    description: 'The modules of the circle; each is to be taken after the next, the last after the first.',
  })
  readonly moduleIds: string[];

  constructor(moduleIds: string[]) {
    super('curriculum.module-circle', ['modules']);
    this.moduleIds = moduleIds;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Nothing has changed since the curriculum was last published.',
})
export class CurriculumUnchanged extends Reason {
  constructor() {
    super('curriculum.unchanged', ['curriculumId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'A curriculum without modules teaches nothing.' })
export class CurriculumHasNoModules extends Reason {
  constructor() {
    super('curriculum.has-no-modules', ['modules']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The curriculum holds the newest version of the module already.',
})
export class ModuleIsNewest extends Reason {
  constructor() {
    super('curriculum.module-is-newest', ['moduleId']);
  }
}
