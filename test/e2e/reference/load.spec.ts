import type { DataSource } from 'typeorm';
import { BadReferenceData, loadReference, referenceEntities, refreshReference } from '#reference';
import { freshDatabase } from '../../support/database.js';
import { byCode, changedData, MONGOLIA } from './changed-data.js';

const NOTHING = { inserted: 0, updated: 0, retired: 0 };

/** What refers to the lists goes with them, append-only histories too: this database holds nothing to protect. */
const WITHOUT_GUARDS = `
  DO $$ DECLARE guarded regclass;
  BEGIN
    FOR guarded IN
      SELECT DISTINCT tgrelid::regclass FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', guarded); END LOOP;
  END $$`;

/** A database without any list, as after the first migration. */
async function emptyDatabase(): Promise<DataSource> {
  const database = await freshDatabase(referenceEntities);
  await database.query(WITHOUT_GUARDS);
  await database.query('TRUNCATE currency, country, language, sector, training_role, reference_version CASCADE');
  return database;
}

async function versionIn(database: DataSource): Promise<number> {
  const [{ version }] = await database.query('SELECT version FROM reference_version');
  return version;
}

describe('loading the reference lists', () => {
  it('writes all records once, and none the second time', async () => {
    const database = await emptyDatabase();

    expect(await loadReference(database)).toEqual({ inserted: 286, updated: 0, retired: 0 });
    expect(await versionIn(database)).toBe(1);
    expect(await loadReference(database)).toEqual(NOTHING);
    expect(await versionIn(database)).toBe(1);

    const counts: Record<string, number> = {};
    for (const { tableName } of database.entityMetadatas) {
      counts[tableName] = (await database.query(`SELECT count(*)::int AS count FROM ${tableName}`))[0].count;
    }
    expect(counts).toEqual({
      currency: 7,
      country: 7,
      language: 15,
      country_language: 18,
      country_time_zone: 14,
      subdivision: 166,
      union_center: 9,
      sector: 21,
      training_role: 29,
      reference_version: 1,
    });
  });

  it('lets six nodes start at once: one loads, five find nothing left to do', async () => {
    const database = await emptyDatabase();

    const loads = await Promise.all(Array.from({ length: 6 }, () => refreshReference(database)));

    expect(loads.map(({ inserted }) => inserted).sort((one, other) => one - other)).toEqual([0, 0, 0, 0, 0, 286]);
    expect(await versionIn(database)).toBe(1);
  });

  it('changes only the record that somebody corrected', async () => {
    const database = await freshDatabase(referenceEntities);
    const folder = await changedData(({ roles }) => {
      byCode(roles.roles, 'TECH_INSP').names.kk = 'Техникалық инспектор';
    });

    expect(await loadReference(database, folder)).toEqual({ inserted: 0, updated: 1, retired: 0 });
    expect(await loadReference(database, folder)).toEqual(NOTHING);

    const [{ names }] = await database.query(`SELECT names FROM training_role WHERE code = 'TECH_INSP'`);
    expect(names.kk).toBe('Техникалық инспектор');
  });

  it('keeps a sector that left the list, marked as retired, and takes it back when it returns', async () => {
    const database = await freshDatabase(referenceEntities);
    const folder = await changedData(({ sectors }) => {
      sectors.sectors = sectors.sectors.filter(({ code }) => code !== 'COAL');
    });
    const retiredAt = async () =>
      (await database.query(`SELECT retired_at FROM sector WHERE code = 'COAL'`)).map(
        (row: { retired_at: Date | null }) => row.retired_at,
      );

    expect(await loadReference(database, folder)).toEqual({ inserted: 0, updated: 0, retired: 1 });
    expect(await retiredAt()).toEqual([expect.any(Date)]);
    expect(await loadReference(database, folder)).toEqual(NOTHING);

    expect(await loadReference(database)).toEqual({ inserted: 0, updated: 1, retired: 0 });
    expect(await retiredAt()).toEqual([null]);
  });

  it('retires a country with all that was only its own', async () => {
    const database = await freshDatabase(referenceEntities);
    await loadReference(database, await changedData(({ countries }) => countries.countries.push(MONGOLIA)));

    expect(await loadReference(database)).toEqual({ inserted: 0, updated: 0, retired: 8 });
  });

  it('leaves the lists alone at a start when somebody loaded their own', async () => {
    const database = await freshDatabase(referenceEntities);
    await loadReference(database, await changedData(({ countries }) => countries.countries.push(MONGOLIA)));

    expect(await refreshReference(database)).toEqual(NOTHING);
    const kept = await database.query(`SELECT code FROM country WHERE code = 'MN' AND retired_at IS NULL`);
    expect(kept).toEqual([{ code: 'MN' }]);

    await loadReference(database);
    expect(await refreshReference(database)).toEqual(NOTHING);
    expect(await database.query('SELECT is_shipped FROM reference_version')).toEqual([{ is_shipped: true }]);
  });

  it('writes nothing at all when one record of the last file is wrong', async () => {
    const database = await freshDatabase(referenceEntities);
    const folder = await changedData(({ countries, roles }) => {
      countries.countries.push(MONGOLIA);
      byCode(roles.roles, 'YOUTH').group = 'elder';
    });

    await expect(loadReference(database, folder)).rejects.toThrow(BadReferenceData);
    expect(await database.query(`SELECT code FROM country WHERE code = 'MN'`)).toEqual([]);
  });
});
