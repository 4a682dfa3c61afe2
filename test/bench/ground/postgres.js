import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';

/** Where everything is kept from run to run. */
export const FOLDER = process.env.ODAQ_BENCH_DIR ?? join(import.meta.dirname, '../../../.bench');

/** Durable as in use, so that commits cost what they cost; everything fits into memory, so that disks do not matter. */
const MEASURING = {
  shared_buffers: '2GB',
  work_mem: '16MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  // Servers, limits and peers over three databases keep their connections till the end.
  max_connections: '300',
  // At hand for who counts statements; the sessions of all others do not.
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'none',
};

/** Data that can be made again is not worth waiting for the disk. */
const FILLING = {
  ...MEASURING,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

/** The embedded PostgreSQL of the benchmarks, in a folder that is kept. */
export const openPostgres = () => startEmbeddedPostgres({ dataDir: FOLDER, settings: MEASURING });

/** One that follows it, in a folder of its own. */
export const openFollower = (dataDir, following) =>
  startEmbeddedPostgres({ dataDir, settings: { ...MEASURING, ...following } });

export const openPostgresForFilling = () => startEmbeddedPostgres({ dataDir: FOLDER, settings: FILLING });
