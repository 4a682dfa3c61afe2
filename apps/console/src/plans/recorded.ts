import pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

const PLANNED = /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i;

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
type Answered = (error: Error | undefined, result?: object) => void;

/**
 * Runs the work and answers with the statements that it sent, whoever sent them. What it changes is rolled back: each
 * COMMIT is sent as ROLLBACK, and answered as if it had been one.
 */
export async function recorded(work: () => Promise<void>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const query = pg.Client.prototype.query as Query;
  pg.Client.prototype.query = function recording(this: pg.Client, first: unknown, ...rest: unknown[]): unknown {
    const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '');
    const values = typeof first === 'string' ? rest[0] : ((first as { values?: unknown[] }).values ?? rest[0]);
    if (PLANNED.test(text)) statements.push({ text, values: Array.isArray(values) ? values : [] });
    if (text !== 'COMMIT') return query.call(this, first, ...rest);
    const answer = rest.at(-1) as Answered;
    return query.call(this, 'ROLLBACK', (error: Error | undefined, result?: object) =>
      answer(error, { ...result, command: text }),
    );
  } as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
  }
  return statements;
}
