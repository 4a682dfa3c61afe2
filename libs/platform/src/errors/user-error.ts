import { Field, type FieldMiddleware, InterfaceType } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { sentence } from '../messages/messages.js';
import type { Reason } from './reason.js';

const inReadersLanguage: FieldMiddleware<Reason, RequestContext> = async ({ source, context }) =>
  sentence(context.locales, source.key, { ...source });

/** What a person is told when a rule refuses what they asked. The type name is the code. */
@InterfaceType('UserError', { description: 'Why a request was refused, for the person who made it.' })
export abstract class UserError {
  @Field(() => String, {
    description: 'One sentence in the reader’s language (Accept-Language).',
    middleware: [inReadersLanguage],
  })
  readonly message!: string;

  @Field(() => [String], { description: 'Path in the input that the reason is about; empty: the request as a whole.' })
  readonly path!: string[];
}
