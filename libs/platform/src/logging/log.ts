import { pino } from 'pino';

/** Structured log on standard output. Secrets never reach it: what might hold one is cut by name. */
export const log = pino({
  level: process.env.ODAQ_LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  redact: {
    paths: ['*.password', '*.token', '*.authorization', 'authorization', 'password', 'token'],
    censor: '[cut]',
  },
});
