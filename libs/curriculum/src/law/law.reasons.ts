import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Day, Locale, Reason, UserError } from '#platform';

@ObjectType({ implements: () => UserError, description: 'There is no such act.' })
export class LegalActNotFound extends Reason {
  constructor() {
    super('curriculum.legal-act-not-found', ['legalActId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Another edition of the act is in force on some of these days.',
})
export class EditionsOverlap extends Reason {
  @Field(() => ID, { description: 'The edition in the way.' })
  readonly editionId: string;

  @Field(() => Day, { nullable: true, description: 'Its first day; null: not known.' })
  readonly from: string | null;

  @Field(() => Day, { nullable: true, description: 'First day on which it no longer applies; null: no end is known.' })
  readonly until: string | null;

  constructor(editionId: string, from: string | null, until: string | null) {
    super('curriculum.editions-overlap', ['inForceFrom']);
    this.editionId = editionId;
    this.from = from;
    this.until = until;
  }
}

@ObjectType({ implements: () => UserError, description: 'The edition ends before it begins.' })
export class EditionEndsBeforeStart extends Reason {
  constructor() {
    super('curriculum.edition-ends-before-start', ['inForceUntil']);
  }
}

@ObjectType({ implements: () => UserError, description: 'Two requirements of the edition have the same code.' })
export class RequirementRepeated extends Reason {
  @Field(() => String, { description: 'The code that comes more than once.' })
  readonly code: string;

  constructor(code: string) {
    super('curriculum.requirement-repeated', ['requirements']);
    this.code = code;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A value stands without its unit, or a unit without its value.',
})
export class ValueWithoutUnit extends Reason {
  @Field(() => String, { description: 'Code of the requirement.' })
  readonly code: string;

  constructor(code: string) {
    super('curriculum.value-without-unit', ['requirements']);
    this.code = code;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A number has a unit in which what it asks is not counted, such as months of teaching.',
})
export class UnitDoesNotFit extends Reason {
  @Field(() => String, { description: 'Code of the requirement.' })
  readonly code: string;

  constructor(code: string) {
    super('curriculum.unit-does-not-fit', ['requirements']);
    this.code = code;
  }
}

@ObjectType({ implements: () => UserError, description: 'A text lacks English, which every reader can fall back on.' })
export class EnglishTextMissing extends Reason {
  @Field(() => String, { description: 'Code of the requirement.' })
  readonly code: string;

  constructor(code: string) {
    super('curriculum.english-text-missing', ['requirements']);
    this.code = code;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A requirement, module or curriculum has two texts in one language.',
})
export class TextRepeated extends Reason {
  @Field(() => Locale, { description: 'The language that comes more than once.' })
  readonly locale: string;

  constructor(locale: string, path: string[]) {
    super('curriculum.text-repeated', path);
    this.locale = locale;
  }
}
