import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { beginRecheck } from '../../../libs/curriculum/src/review/rechecks.js';
import { newId } from '../../../libs/platform/src/ids.js';
import { freshDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

/** Seconds; the real one is thirty. */
const LEASE = 1;
/** What one transaction of the job marks. */
const BATCH = 200;

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

describe('the work after a change of law', () => {
  it('goes on where a worker was killed in the middle of it, and gives nobody a task twice', async () => {
    const database = await freshDatabase();
    const editionId = await changedLaw(database, 450);
    const progress = () => progressOf(database, editionId);
    await beginRecheck(database.manager, editionId);
    expect(await progress()).toEqual({ total: 450, done: 0, tasks: 0, marked: 0, isFinished: false });

    // Somebody holds a judgment of the second batch, so the worker stands in the middle of it when it is killed.
    const letGo = await hold(database, BATCH + 50);
    const doomed = startWorker(database);
    await until(async () => (await progress()).done === BATCH && (await isHeldUp(database)), 120);
    doomed.kill('SIGKILL');
    await once(doomed, 'close');
    await letGo();
    expect(await progress()).toEqual({ total: 450, done: 200, tasks: 200, marked: 200, isFinished: false });

    startWorker(database);
    await until(async () => (await progress()).isFinished, 120);
    expect(await progress()).toEqual({ total: 450, done: 450, tasks: 450, marked: 450, isFinished: true });
  }, 300_000);
});

/** So many curricula that each hold one judgment under the first edition of an act. Answers with its second. */
async function changedLaw(database: DataSource, count: number): Promise<string> {
  const [academy, module, moduleVersion, act, first, second, requirement] = Array.from({ length: 7 }, () => newId());
  await database.query(
    `INSERT INTO organization (id, kind, country_code, time_zone, default_locale)
     VALUES ($1, 'ACADEMY', 'UZ', 'Asia/Tashkent', 'uz')`,
    [academy],
  );
  await database.query(`INSERT INTO curriculum_module (id, owner_id) VALUES ($1, $2)`, [module, academy]);
  await database.query(
    `INSERT INTO curriculum_module_version (id, module_id, number, lecture_hours, practice_hours, self_study_hours,
       assessment_hours) VALUES ($1, $2, 1, 8, 0, 0, 0)`,
    [moduleVersion, module],
  );
  await database.query(
    `INSERT INTO legal_act (id, code, country_code, areas, titles, status, source, verification)
     VALUES ($1, 'made-for-a-test', 'UZ', '{OSH_TRAINING}', '{"en": "Act"}', 'IN_FORCE', 'made for a test', 'VERIFIED')`,
    [act],
  );
  await database.query(
    `INSERT INTO legal_act_edition (id, act_id, number, in_force_from, in_force_until, source, verification)
     VALUES ($1, $3, 1, NULL, '2026-01-01', 'made for a test', 'VERIFIED'),
            ($2, $3, 2, '2026-01-01', NULL, 'made for a test', 'VERIFIED')`,
    [first, second, act],
  );
  await database.query(
    `INSERT INTO legal_requirement (id, edition_id, code, position, kind, texts, role_codes, other_audience,
       training_modes, documents, providers, source, verification)
     VALUES ($1, $2, 'content', 1, 'CONTENT', '{"en": "What it asks."}', '{}', '{}', '{}', '{}', '{}', 'made for a test', 'VERIFIED')`,
    [requirement, first],
  );
  await database.query(
    `WITH made AS (INSERT INTO curriculum (id, owner_id) SELECT gen_random_uuid(), $1 FROM generate_series(1, $6) RETURNING id),
       versions AS (INSERT INTO curriculum_version (id, curriculum_id, number) SELECT gen_random_uuid(), id, 1 FROM made
         RETURNING id),
       placed AS (INSERT INTO curriculum_placement (version_id, position, module_id, module_version_id, is_elective)
         SELECT id, 1, $2, $3, false FROM versions)
     INSERT INTO alignment (id, curriculum_id, module_id, requirement_id, act_id, requirement_code, coverage)
     SELECT gen_random_uuid(), id, $2, $4, $5, 'content', 'COVERS' FROM made`,
    [academy, module, moduleVersion, requirement, act, count],
  );
  return second as string;
}

async function progressOf(database: DataSource, editionId: string) {
  const [row] = await database.query(
    `SELECT total, done, finished_at IS NOT NULL AS "isFinished",
       (SELECT count(*)::int FROM review_task WHERE edition_id = $1) AS tasks,
       (SELECT count(*)::int FROM alignment WHERE state = 'TO_BE_RECHECKED') AS marked
     FROM legal_recheck WHERE edition_id = $1`,
    [editionId],
  );
  return row;
}

async function hold(database: DataSource, place: number): Promise<() => Promise<void>> {
  const holder = database.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  await holder.query(
    'SELECT id FROM alignment WHERE id = (SELECT id FROM alignment ORDER BY id OFFSET $1 LIMIT 1) FOR UPDATE',
    [place],
  );
  return async () => {
    await holder.rollbackTransaction();
    await holder.release();
  };
}

async function isHeldUp(database: DataSource): Promise<boolean> {
  const [row] = await database.query(
    `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
       AND query LIKE 'UPDATE alignment %') AS waits`,
  );
  return row.waits;
}

function startWorker(database: DataSource): ChildProcess {
  const script = join(import.meta.dirname, 'recheck-worker.js');
  const { url } = database.options as { url: string };
  const child = spawn(process.execPath, [script, url, String(LEASE)], { stdio: ['ignore', 'inherit', 'inherit'] });
  const gone = once(child, 'close');
  endings.push(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  return child;
}
