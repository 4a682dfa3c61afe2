import { type DataSource, QueryResult, type QueryRunner } from 'typeorm';
import { ReadPipelines } from './read-pipelines.js';

const known = new WeakMap<DataSource, ReadPipelines>();

/** Those of a database; there is one set for each. */
export function pipelinesOf(database: DataSource): ReadPipelines {
  const reads = known.get(database) ?? new ReadPipelines(database);
  known.set(database, reads);
  return reads;
}

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
