import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { ProgramRequestType } from './request.type.js';

/** What every mutation of a request answers with. */
export interface RequestPayload {
  programRequest: ProgramRequestType | null;
  errors: Reason[];
}

/** The payload of a mutation by its name, for example `acceptProposal`; `errors` is the union of its reasons. */
export function requestPayload(mutation: string, errors: object): new () => RequestPayload {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`;
  @ObjectType(name, { description: `Answer to \`${mutation}\`.` })
  class Payload implements RequestPayload {
    @Field(() => ProgramRequestType, {
      nullable: true,
      description: 'The request as it is now. Null: refused, or no longer for you to see.',
    })
    programRequest!: ProgramRequestType | null;

    @Field(() => [errors], { description: 'Why it was refused; empty when it was done.' })
    errors!: Reason[];
  }
  return Payload;
}
