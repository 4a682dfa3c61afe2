/** Why the database did not finish: others were in the way, or it is not there. */
export type Interruption = 'contention' | 'away';

/** Somebody was quicker, as we see it ourselves: the transaction is to run again, as if the database had said so. */
export class Contention extends Error {
  readonly code = '40001';
}

/** Serialization failure, deadlock, lock not available. */
const CONTENTION = new Set(['40001', '40P01', '55P03']);

/** Statement cancelled (timeout), too many connections, shutting down, starting up, read-only after a failover. */
const AWAY = new Set(['57014', '53300', '57P01', '57P02', '57P03', '25006', '53100', '58030']);

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** With these PostgreSQL ends the session, or lets nobody in. */
const FATAL = new Set(['FATAL', 'PANIC']);

/** Text of the driver, or of TypeORM, where it gives no code. */
const LOST_CONNECTION =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|after calling end on the pool|driver not connected/i;

/** What kind of interruption an error of the driver is; null: none, it is ours or a constraint’s. */
export function interruptionOf(error: unknown): Interruption | null {
  if (!(error instanceof Error)) return null;
  const { code: given, severity } = error as { code?: unknown; severity?: unknown };
  const code = String(given ?? '');
  if (isPlanLost(error)) return 'contention';
  if (CONTENTION.has(code)) return 'contention';
  if (AWAY.has(code) || FATAL.has(String(severity)) || NETWORK.has(code) || code.startsWith('08')) return 'away';
  return LOST_CONNECTION.test(error.message) ? 'away' : null;
}

/** Whether a prepared statement would answer otherwise than when it was prepared, because the schema has changed. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && (error as { routine?: unknown }).routine === 'RevalidateCachedQuery';
}

/** Whether a prepared statement was lost, or prepared twice, by what became of others on the same connection. */
export function isPlanLost(error: unknown): boolean {
  return isStalePlan(error) || ['26000', '42P05'].includes((error as { code?: string })?.code ?? '');
}

/** Whether the error is a violation of this unique index or exclusion constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof Error && (error as { constraint?: unknown }).constraint === constraint;
}
