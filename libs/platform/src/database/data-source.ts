import { DataSource, type DataSourceOptions, type MixedList, type QueryRunner, type ReplicationMode } from 'typeorm';
import { replicaAtHand } from '../replicas/place.js';
import { goingAlong } from './going-along.js';
import { SnakeCase } from './naming.js';
import { PreparingClient } from './preparing-client.js';

export interface DatabaseOptions {
  url: string;
  poolSize: number;
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: MixedList<string>;
}

/** Longest wait for a row lock, and longest run of one statement, in milliseconds. */
export const LOCK_TIMEOUT = 3_000;
const STATEMENT_TIMEOUT = 10_000;

/** Every statement goes through a runner, so this is where reads turn to a replica. */
class Database extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const replica = replicaAtHand();
    const runner = replica?.createQueryRunner(mode) ?? super.createQueryRunner(mode);
    return mode === 'slave' ? goingAlong(runner, replica ?? this) : runner;
  }
}

/** The one database. Times are kept in UTC; the schema changes by migrations only. */
export function createDataSource({ url, poolSize, entities, migrations }: DatabaseOptions): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    namingStrategy: new SnakeCase(),
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize,
    applicationName: 'odaq-api',
    // The wait for a free connection counts too, and in a rush it is a queue, not a fault.
    connectTimeoutMS: 20_000,
    extra: {
      Client: PreparingClient,
      lock_timeout: LOCK_TIMEOUT,
      statement_timeout: STATEMENT_TIMEOUT,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      // A new connection knows no table and has prepared nothing: its first answers cost several times as much.
      idleTimeoutMillis: 300_000,
      // Statements that do not look at each other's answers go out together, in a transaction or as reads of many requests.
      pipeline: true,
      // Said once per connection instead of once per transaction.
      options: '-c default_transaction_isolation=read\\ committed',
    },
  };
  return new Database(options);
}
