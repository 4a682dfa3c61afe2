import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';
import { ConflictKind } from './rebase.rules.js';

@ObjectType({ implements: () => UserError, description: 'A variant follows a base, not another variant.' })
export class VariantOfVariant extends Reason {
  @Field(() => ID, { description: 'The base to derive from instead.' })
  readonly baseId: string;

  constructor(baseId: string) {
    super('curriculum.variant-of-variant', ['curriculumId']);
    this.baseId = baseId;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The base was never published, so there is nothing to follow.',
})
export class BaseNotPublished extends Reason {
  constructor() {
    super('curriculum.base-not-published', ['curriculumId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The country has a variant already.' })
export class VariantExists extends Reason {
  constructor() {
    super('curriculum.variant-exists', ['countryCode']);
  }
}

@ObjectType({ implements: () => UserError, description: 'Only a variant has something to say otherwise.' })
export class NotAVariant extends Reason {
  constructor() {
    super('curriculum.not-a-variant', ['curriculumId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A variant inherits this from its base; modules are changed by `overrideModule`.',
})
export class VariantInherits extends Reason {
  constructor(path: string) {
    super('curriculum.variant-inherits', [path]);
  }
}

@ObjectType({ implements: () => UserError, description: 'The override does not say what it puts in place.' })
export class OverrideIncomplete extends Reason {
  constructor(path: string) {
    super('curriculum.override-incomplete', [path]);
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such requirement.' })
export class RequirementNotFound extends Reason {
  constructor() {
    super('curriculum.requirement-not-found', ['requirementId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The requirement is law of another country than the variant’s.',
})
export class RequirementOfAnotherCountry extends Reason {
  @Field(() => String, { description: 'Country of the requirement (ISO 3166-1 alpha-2).' })
  readonly countryCode: string;

  @Field(() => String, { description: 'Country of the variant.' })
  readonly variantCountryCode: string;

  constructor(countryCode: string, variantCountryCode: string) {
    super('curriculum.requirement-of-another-country', ['requirementId']);
    this.countryCode = countryCode;
    this.variantCountryCode = variantCountryCode;
  }
}

@ObjectType({ implements: () => UserError, description: 'The variant follows the newest version of its base already.' })
export class VariantNotBehind extends Reason {
  constructor() {
    super('curriculum.variant-not-behind', ['curriculumId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Base and variant both changed a module, and nobody said whose change holds.',
})
export class RebaseConflict extends Reason {
  @Field(() => ID, { description: 'The module.' })
  readonly moduleId: string;

  @Field(() => ConflictKind, { description: 'How they meet. Expect values to be added.' })
  readonly conflict: ConflictKind;

  constructor(moduleId: string, conflict: ConflictKind) {
    super('curriculum.rebase-conflict', ['resolutions']);
    this.moduleId = moduleId;
    this.conflict = conflict;
  }
}
