import { readSettings } from '#platform';
import { createApp } from '../../../api/src/create-app.js';
import { accesses } from '../plans/plan.rules.js';
import { readPlans, type StatementPlan } from '../plans/read-plans.js';
import type { Command } from './command.js';
import { withDatabase } from './with-database.js';

export const plans: Command = {
  does: 'prints the query plans of the hottest operations, and fails when one scans a large table (--texts prints the SQL too)',
  options: { texts: { type: 'boolean', default: false } },
  run: async ({ texts }) => {
    const found = await withDatabase(async ({ database }) => {
      const app = await createApp(readSettings(), database);
      try {
        await app.init();
        await app.getHttpAdapter().getInstance().ready();
        return await readPlans(app, database);
      } finally {
        await app.close();
      }
    });
    for (const [operation, statements] of Map.groupBy(found, (plan) => plan.operation)) {
      console.log(`\n${operation}: ${statements.length} statements`);
      for (const statement of statements) console.log(printed(statement, texts === true));
    }
    const scanning = found.filter(({ scans }) => scans.length > 0);
    console.log(`\n${found.length} statements, of which ${scanning.length} scan a large table.`);
    return scanning.length > 0 ? 1 : 0;
  },
};

function printed({ text, plan, scans }: StatementPlan, withText: boolean): string {
  const shown = withText ? text.trim() : `${text.replaceAll(/\s+/g, ' ').trim().slice(0, 100)} …`;
  const lines = accesses(plan).map((line) => `      ${line}`);
  const verdict = scans.length > 0 ? `    SCANS ${scans.join(', ')}\n` : '';
  return `  ${shown}\n${verdict}    cost ${plan['Total Cost']}\n${lines.join('\n')}`;
}
