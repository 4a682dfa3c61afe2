import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';

@ObjectType({ implements: () => UserError, description: 'There is no such module, or not for you to see.' })
export class ModuleNotFound extends Reason {
  @Field(() => ID, { description: 'The module that is not there.' })
  readonly moduleId: string;

  constructor(moduleId: string, path: string[] = ['moduleId']) {
    super('curriculum.module-not-found', path);
    this.moduleId = moduleId;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The module has no such outcome, or it is named twice.',
})
export class OutcomeNotFound extends Reason {
  @Field(() => ID, { description: 'The outcome that was named.' })
  readonly outcomeId: string;

  constructor(outcomeId: string, path: string[] = ['outcomeId']) {
    super('curriculum.outcome-not-found', path);
    this.outcomeId = outcomeId;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The hours of a module add up to nothing, or to more than 2,000.',
})
export class HoursOutOfBounds extends Reason {
  constructor() {
    super('curriculum.hours-out-of-bounds', ['hours']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A course that should deliver the module is not in the catalog.',
})
export class DeliveringCourseNotFound extends Reason {
  @Field(() => ID, { description: 'The course that is not there.' })
  readonly courseId: string;

  constructor(courseId: string) {
    super('curriculum.delivering-course-not-found', ['courseIds']);
    this.courseId = courseId;
  }
}
