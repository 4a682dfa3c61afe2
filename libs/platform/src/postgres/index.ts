export { PostgresUnavailable } from './errors.js';
export type { RunningPostgres } from './running.js';
export { type PostgresOptions, startEmbeddedPostgres } from './start.js';
