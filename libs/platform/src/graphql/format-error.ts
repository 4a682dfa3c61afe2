import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { interruptionOf } from '../database/interruptions.js';
import { type FaultCode, faults } from '../errors/faults.js';
import { newId } from '../ids.js';
import { log } from '../logging/log.js';

const OURS = new Set<FaultCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
]);

/** What GraphQL itself refuses before anything of ours runs: the client’s document or variables are wrong. */
const CLIENT_MISTAKES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** GraphQL repeats the value it could not read, which may be a password. */
function withoutValues(message: string): string {
  return message.replace(/got invalid value [\s\S]*; /, 'got an invalid value; ');
}

/** Turns any error into an answer of the short list of codes; what is ours to mend is logged and masked. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? '');
  const place = { locations: formatted.locations, path: formatted.path };
  if (CLIENT_MISTAKES.has(code)) {
    return { ...place, message: withoutValues(formatted.message), extensions: { code: 'BAD_USER_INPUT' } };
  }
  const cause = unwrapResolverError(error);
  if (OURS.has(code as FaultCode) && (cause instanceof GraphQLError || code === 'BAD_USER_INPUT')) {
    const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
    return { ...place, message: withoutValues(formatted.message), extensions };
  }
  return { ...place, ...answerTo(cause) };
}

function answerTo(cause: unknown): { message: string; extensions: Record<string, unknown> } {
  const interruption = interruptionOf(cause);
  if (interruption) return asAnswer(interruption === 'contention' ? faults.conflict() : faults.unavailable());
  if (cause instanceof HttpException && cause.getStatus() < 500) return asAnswer(faults.badInput(cause.message));
  const requestId = newId();
  log.error({ err: cause, requestId }, 'a request failed');
  return asAnswer(faults.internal(requestId));
}

function asAnswer(fault: GraphQLError) {
  return { message: fault.message, extensions: { ...fault.extensions } };
}
