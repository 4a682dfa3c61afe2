import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Locale, Reason, UserError } from '#platform';

@ObjectType({ implements: () => UserError, description: 'Nothing has changed since the course was last published.' })
export class NothingToPublish extends Reason {
  constructor() {
    super('catalog.nothing-to-publish', ['courseId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The course does not say in which languages it is taught.' })
export class LanguageMissing extends Reason {
  constructor() {
    super('catalog.language-missing', ['languages']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The course is taught in a language it is not described in.' })
export class TranslationMissing extends Reason {
  @Field(() => Locale, { description: 'The language of instruction without a translation.' })
  readonly locale: string;

  constructor(locale: string) {
    super('catalog.translation-missing', ['translations']);
    this.locale = locale;
  }
}

@ObjectType({ implements: () => UserError, description: 'The course does not say how many hours it takes.' })
export class WorkloadMissing extends Reason {
  constructor() {
    super('catalog.workload-missing', ['workload']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The course does not say what a person can do after it.' })
export class OutcomeMissing extends Reason {
  constructor() {
    super('catalog.outcome-missing', ['outcomes']);
  }
}

@ObjectType({ implements: () => UserError, description: 'A learning outcome lacks a language of instruction.' })
export class OutcomeTranslationMissing extends Reason {
  @Field(() => Int, { description: 'Place of the outcome in the list, from 1.' })
  readonly position: number;

  @Field(() => Locale, { description: 'The language that is missing.' })
  readonly locale: string;

  constructor(position: number, locale: string) {
    super('catalog.outcome-translation-missing', ['outcomes', String(position - 1)]);
    this.position = position;
    this.locale = locale;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A course to be taken before is not published, or no longer taught.',
})
export class PrerequisiteNotPublished extends Reason {
  @Field(() => ID, { description: 'The prerequisite that nobody could take.' })
  readonly prerequisiteId: string;

  constructor(prerequisiteId: string) {
    super('catalog.prerequisite-not-published', ['prerequisiteIds']);
    this.prerequisiteId = prerequisiteId;
  }
}
