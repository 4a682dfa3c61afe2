import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';

@ObjectType({ implements: () => UserError, description: 'There is no such task, or not for you to see.' })
export class ReviewTaskNotFound extends Reason {
  constructor() {
    super('curriculum.review-task-not-found', ['reviewTaskId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'Judgments of the curriculum still wait to be re-checked.' })
export class StillToBeRechecked extends Reason {
  @Field(() => Int, { description: 'How many.' })
  readonly count: number;

  constructor(count: number) {
    super('curriculum.still-to-be-rechecked', ['outcome']);
    this.count = count;
  }
}
