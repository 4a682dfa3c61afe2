import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, payload, type RequestContext, Requires } from '#platform';
import { LegalChanges } from './legal-changes.service.js';
import { RecordLegalActChangeInput } from './record-change.input.js';
import { RecordLegalActChangePayload } from './record-change.payload.js';

@Resolver()
export class LegalChangesResolver {
  constructor(private readonly changes: LegalChanges) {}

  @Mutation(() => RecordLegalActChangePayload, {
    description: 'Records a new edition of an act. What was aligned with the edition before is to be re-checked.',
  })
  @Requires('law.record')
  recordLegalActChange(
    @Args('input') input: RecordLegalActChangeInput,
    @Asked() asked: RequestContext,
  ): Promise<RecordLegalActChangePayload> {
    return payload(RecordLegalActChangePayload, async () => ({ edition: await this.changes.record(asked, input) }));
  }
}
