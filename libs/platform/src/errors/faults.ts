import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/** Codes of top-level errors: what the caller’s user cannot fix by answering differently. */
export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

function fault(code: FaultCode, message: string, extensions: GraphQLErrorExtensions = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}

/** One thing wrong with the shape of an input. */
export interface Violation {
  /** Dotted path in the arguments, for example `input.title`. */
  path: string;
  message: string;
}

export const faults = {
  unauthenticated: () => fault('UNAUTHENTICATED', 'Sign in first.'),
  forbidden: () => fault('FORBIDDEN', 'You may not do this.'),
  badInput: (message: string, violations: Violation[] = []) => fault('BAD_USER_INPUT', message, { violations }),
  conflict: () => fault('CONFLICT', 'Someone else is changing this right now. Try again.'),
  rateLimited: (seconds: number) =>
    fault('RATE_LIMITED', `Too many attempts. Try again in ${seconds} seconds.`, { retryAfterSeconds: seconds }),
  unavailable: () =>
    fault('UNAVAILABLE', 'The service is busy or its database is away. Try again.', { http: { status: 503 } }),
  internal: (requestId: string) => fault('INTERNAL', 'Something went wrong on our side.', { requestId }),
};
