import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';

@ObjectType({
  implements: () => UserError,
  description: 'The academy has revised its proposal since it was read; read it again.',
})
export class ProposalRevised extends Reason {
  @Field(() => Int, { description: 'The version that waits for an answer now.' })
  readonly version: number;

  constructor(version: number) {
    super('requests.proposal-revised', ['version']);
    this.version = version;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A proposed course must be one that there is, or a new one with title, kind and hours; not both.',
})
export class ProposedCourseUnclear extends Reason {
  constructor(place: number) {
    super('requests.proposed-course-unclear', ['courses', String(place)]);
  }
}
