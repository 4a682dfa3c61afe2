import { pino } from 'pino';

/** Structured log on standard output. Secrets never reach it: what might hold one is cut by name. */
export const log = pino({
  level: process.env.ODAQ_LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  // Not the error’s other fields: a failed query carries its parameters there, which may be personal.
  serializers: {
    err: ({ name, message, stack, code }: Error & { code?: unknown }) => ({ name, message, stack, code }),
  },
  redact: {
    paths: ['*.password', '*.token', '*.authorization', 'authorization', 'password', 'token'],
    censor: '[cut]',
  },
});
