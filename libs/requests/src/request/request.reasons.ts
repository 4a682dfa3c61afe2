import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';
import { RequestAct, RequestStage } from './request.enums.js';

@ObjectType({ implements: () => UserError, description: 'There is no such program request, or not for you to see.' })
export class ProgramRequestNotFound extends Reason {
  constructor(path: string[] = ['programRequestId']) {
    super('requests.request-not-found', path);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The stage it is in now does not allow this; perhaps somebody else acted first.',
})
export class RequestStageDoesNotAllow extends Reason {
  @Field(() => RequestStage, { description: 'The stage it is in now.' })
  readonly stage: RequestStage;

  @Field(() => RequestAct, { description: 'What was asked for.' })
  readonly act: RequestAct;

  @Field(() => ID, { nullable: true, description: 'The request it goes on in; null: it was not merged.' })
  readonly mergedIntoId: string | null;

  constructor(
    stage: RequestStage,
    act: RequestAct,
    mergedIntoId: string | null = null,
    path: string[] = ['programRequestId'],
  ) {
    super('requests.stage-does-not-allow', path);
    this.stage = stage;
    this.act = act;
    this.mergedIntoId = mergedIntoId;
  }
}
