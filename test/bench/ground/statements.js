/**
 * Counts the statements that reach one database. Only sessions that begin after `begin` are counted, and no others pay
 * for it: start the program that is meant afterwards.
 */
export function statementsOf(client) {
  const database = client.escapeIdentifier(client.database);
  return {
    async begin() {
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
      await client.query(`ALTER DATABASE ${database} SET pg_stat_statements.track = 'top'`);
    },
    /** How many there were so far, transaction control included. */
    async count() {
      const { rows } = await client.query(
        `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
         WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return rows[0].calls;
    },
    end: () => client.query(`ALTER DATABASE ${database} RESET pg_stat_statements.track`),
  };
}
