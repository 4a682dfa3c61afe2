import { type DataSource, QueryResult, type QueryRunner } from 'typeorm';
import { pipelinesOf } from './read-pipelines.js';

/** What TypeORM reads by such a runner goes along with the other reads of the database. */
export function goingAlong(runner: QueryRunner, database: DataSource): QueryRunner {
  const reads = pipelinesOf(database);
  const alone = runner.query.bind(runner);
  // biome-ignore lint/suspicious/noExplicitAny: as its other signatures have it.
  const query = async (text: string, values: any[] = [], isStructured?: true): Promise<any> => {
    if (runner.isTransactionActive || runner.isReleased) return alone(text, values, isStructured as true);
    const rows = await reads.read({ text, values });
    return isStructured ? Object.assign(new QueryResult(), { raw: rows, records: rows }) : rows;
  };
  return Object.assign(runner, { query });
}
