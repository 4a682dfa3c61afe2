import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';
import { RequestStage } from '../request/request.enums.js';

@ObjectType({
  implements: () => UserError,
  description: 'A curriculum is started once the proposal is accepted, and as long as it is not delivered.',
})
export class ProgramRequestNotAccepted extends Reason {
  @Field(() => RequestStage, { description: 'The stage it is in now.' })
  readonly stage: RequestStage;

  constructor(stage: RequestStage) {
    super('requests.request-not-accepted', ['programRequestId']);
    this.stage = stage;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A curriculum was started for the request from this one before.',
})
export class CurriculumAlreadyStarted extends Reason {
  @Field(() => ID, { description: 'The curriculum that was started.' })
  readonly curriculumId: string;

  constructor(curriculumId: string) {
    super('requests.curriculum-already-started', ['templateId']);
    this.curriculumId = curriculumId;
  }
}
