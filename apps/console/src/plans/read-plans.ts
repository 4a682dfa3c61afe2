import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { HeldCatalog } from '#catalog';
import { hashOfToken, newToken } from '#identity';
import { newId } from '#platform';
import { type HotOperation, hotOperations, type Things } from './hot-operations.js';
import { type PlanNode, scannedTables } from './plan.rules.js';
import { recorded, type Statement } from './recorded.js';

export interface StatementPlan {
  operation: string;
  text: string;
  plan: PlanNode;
  /** Large tables it reads from end to end. */
  scans: string[];
}

/** Rows from which on a table counts as large. */
const LARGE_ROWS = 1_000;

/** Plays the hot operations and answers with the plan of every statement they send. Nothing they change is kept. */
export async function readPlans(app: NestFastifyApplication, database: DataSource): Promise<StatementPlan[]> {
  const large = await largeTables(database);
  // Read in full, once, by a process that searches.
  await app.get(HeldCatalog).prepare();
  return asSomebody(database, async (token) => {
    const plans: StatementPlan[] = [];
    for (const operation of hotOperations(await thingsIn(database))) {
      const statements = await recorded(() => ask(app, operation, token));
      for (const statement of distinct(statements)) {
        const plan = await explain(database, statement);
        plans.push({ operation: operation.name, text: statement.text, plan, scans: scannedTables(plan, large) });
      }
    }
    return plans;
  });
}

async function ask(app: NestFastifyApplication, operation: HotOperation, token: string | null): Promise<void> {
  const { query, variables, isSignedIn, name } = operation;
  const answer = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: isSignedIn && token ? { authorization: `Bearer ${token}` } : {},
    payload: { query, variables },
  });
  const { errors } = answer.json<{ errors?: { message: string }[] }>();
  if (errors) throw new Error(`${name}: ${errors.map(({ message }) => message).join(' ')}`);
}

function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((statement) => [statement.text, statement])).values()];
}

async function explain(database: DataSource, { text, values }: Statement): Promise<PlanNode> {
  const [row]: { 'QUERY PLAN': { Plan: PlanNode }[] }[] = await database.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return row?.['QUERY PLAN'][0]?.Plan as PlanNode;
}

async function largeTables(database: DataSource): Promise<Set<string>> {
  const rows: { relname: string }[] = await database.query(
    `SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND reltuples >= $1`,
    [LARGE_ROWS],
  );
  return new Set(rows.map(({ relname }) => relname));
}

async function thingsIn(database: DataSource): Promise<Things> {
  const [things]: Things[] = await database.query(`
    SELECT (SELECT slug FROM catalog_entry WHERE stage = 'PUBLISHED' ORDER BY shown_at DESC LIMIT 1) AS slug,
      (SELECT word FROM catalog_word WHERE length(word) BETWEEN 7 AND 9 ORDER BY word LIMIT 1) AS word,
      (SELECT id FROM offering WHERE status = 'OPEN' ORDER BY starts_at DESC LIMIT 1) AS "offeringId",
      (SELECT organization_id FROM role_grant WHERE scope = 'SUBTREE' AND revoked_at IS NULL ORDER BY id LIMIT 1) AS "organizationId"`);
  return things as Things;
}

/** For the time of the work somebody is signed in who may see much; null where nobody can be. */
async function asSomebody<T>(database: DataSource, work: (token: string | null) => Promise<T>): Promise<T> {
  const [token, id] = [newToken(), newId()];
  const signedIn: unknown[] = await database.query(
    `INSERT INTO sign_in (id, account_id, token_hash, expires_at)
     SELECT $1, account.id, $2, now() + interval '10 minutes' FROM account
     LEFT JOIN role_grant ON account_id = account.id AND scope = 'SUBTREE' AND revoked_at IS NULL
     WHERE disabled_at IS NULL ORDER BY role_grant.id NULLS LAST LIMIT 1 RETURNING id`,
    [id, hashOfToken(token)],
  );
  try {
    return await work(signedIn.length > 0 ? token : null);
  } finally {
    await database.query('DELETE FROM sign_in WHERE id = $1', [id]);
  }
}
