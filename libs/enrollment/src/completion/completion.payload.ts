import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { RecordCompletionsError } from './completion.reasons.js';
import { CompletionSheetType } from './completion.type.js';

@ObjectType({ description: 'Answer to `recordCompletions`.' })
export class RecordCompletionsPayload {
  @Field(() => CompletionSheetType, {
    nullable: true,
    description: 'The sheet, with an answer to each line. Null: refused.',
  })
  sheet!: CompletionSheetType | null;

  @Field(() => [RecordCompletionsError], {
    description: 'Why it was refused as a whole; empty when each line has its own answer.',
  })
  errors!: Reason[];
}
