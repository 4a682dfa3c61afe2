import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Locale, Reason, UserError } from '#platform';

@ObjectType({ implements: () => UserError, description: 'There is no such course, or not for you to see.' })
export class CourseNotFound extends Reason {
  constructor(path: string[] = ['courseId']) {
    super('catalog.course-not-found', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'The course was never published.' })
export class CourseNotPublished extends Reason {
  constructor(path: string[] = ['courseId']) {
    super('catalog.course-not-published', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'The course is no longer taught.' })
export class CourseRetired extends Reason {
  @Field(() => DateTime, { description: 'Since when.' })
  readonly retiredAt: Date;

  constructor(retiredAt: Date, path: string[] = ['courseId']) {
    super('catalog.course-retired', path);
    this.retiredAt = retiredAt;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Somebody changed the course since you read it. Read it again and repeat what you meant.',
})
export class CourseChangedMeanwhile extends Reason {
  @Field(() => Int, { description: 'Its revision now.' })
  readonly revision: number;

  constructor(revision: number) {
    super('catalog.course-changed-meanwhile', ['expectedRevision']);
    this.revision = revision;
  }
}

@ObjectType({ implements: () => UserError, description: 'Another course already has this slug.' })
export class SlugTaken extends Reason {
  @Field(() => String, { description: 'The slug that was asked for.' })
  readonly slug: string;

  constructor(slug: string) {
    super('catalog.slug-taken', ['slug']);
    this.slug = slug;
  }
}

@ObjectType({ implements: () => UserError, description: 'Two texts of one thing are in the same language.' })
export class TranslationRepeated extends Reason {
  @Field(() => Locale, { description: 'The language that comes more than once.' })
  readonly locale: string;

  constructor(locale: string, path: string[]) {
    super('catalog.translation-repeated', path);
    this.locale = locale;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A course asks for itself in the end: by this prerequisite, directly or over others.',
})
export class PrerequisiteLoop extends Reason {
  @Field(() => ID, { description: 'The prerequisite that leads back to the course.' })
  readonly prerequisiteId: string;

  constructor(prerequisiteId: string) {
    super('catalog.prerequisite-loop', ['prerequisiteIds']);
    this.prerequisiteId = prerequisiteId;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'There is no such course to take before, or not for you to see.',
})
export class PrerequisiteNotFound extends Reason {
  @Field(() => ID, { description: 'The prerequisite that is not there.' })
  readonly prerequisiteId: string;

  constructor(prerequisiteId: string) {
    super('catalog.prerequisite-not-found', ['prerequisiteIds']);
    this.prerequisiteId = prerequisiteId;
  }
}
