import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { BadLegalData, LegalAct, legalEntities, loadLegalRegister } from '#curriculum';
import { loadReference, referenceEntities } from '#reference';
import { freshDatabase } from '../../support/database.js';

const SHIPPED = join(import.meta.dirname, '../../../libs/curriculum/data');
const NOTHING = { inserted: 0, updated: 0, retired: 0 };

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

type Register = { acts: any[]; conventions: any[] };

/** A copy of the shipped register with a change that anybody could make in an editor. */
async function changedRegister(change: (register: Register) => unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'odaq-law-'));
  folders.push(folder);
  await cp(SHIPPED, folder, { recursive: true });
  const register = JSON.parse(await readFile(join(SHIPPED, 'norms.json'), 'utf8'));
  change(register);
  await writeFile(join(folder, 'norms.json'), JSON.stringify(register));
  return folder;
}

const emptyRegister = (): Promise<DataSource> => freshDatabase([...referenceEntities, ...legalEntities]);

describe('loading the legal register', () => {
  it('does not get in the way of nodes that load the reference lists at the same moment', async () => {
    const database = await emptyRegister();
    for (let round = 0; round < 8; round += 1) {
      await database.query('TRUNCATE legal_act, ilo_convention CASCADE');
      const lists = Array.from({ length: 3 }, () => loadReference(database));
      const [law, ...others] = await Promise.all([loadLegalRegister(database), ...lists]);
      expect(law).toEqual({ inserted: 195, updated: 0, retired: 0 });
      expect(others).toEqual([NOTHING, NOTHING, NOTHING]);
    }
  });

  it('writes 43 acts, 43 editions, 61 requirements, 6 conventions and 42 ratifications once, and none the second time', async () => {
    const database = await emptyRegister();
    await database.query('TRUNCATE legal_act, ilo_convention CASCADE');

    expect(await loadLegalRegister(database)).toEqual({ inserted: 195, updated: 0, retired: 0 });
    expect(await loadLegalRegister(database)).toEqual(NOTHING);

    const [marks] = await database.query(
      `SELECT count(*) FILTER (WHERE verification = 'VERIFIED')::int AS verified,
              count(*) FILTER (WHERE verification = 'PARTLY')::int AS partly,
              count(*) FILTER (WHERE verification = 'UNVERIFIED')::int AS unverified FROM legal_requirement`,
    );
    expect(marks).toEqual({ verified: 42, partly: 9, unverified: 10 });
  });

  it('keeps the end that a recorded change gave an edition, and what people recorded', async () => {
    const database = await emptyRegister();
    await loadLegalRegister(database);
    const act = await database.manager.findOneByOrFail(LegalAct, { code: 'kz-osh-training-rules' });
    await database.query(`UPDATE legal_act_edition SET in_force_until = '2027-01-01' WHERE act_id = $1`, [act.id]);
    await database.query(
      `INSERT INTO legal_act_edition (id, act_id, number, in_force_from, recorded_at, source, verification)
       VALUES (gen_random_uuid(), $1, 2, '2027-01-01', now(), 'made for a test', 'VERIFIED')`,
      [act.id],
    );

    expect(await loadLegalRegister(database)).toEqual(NOTHING);
  });

  it('adds an act of a country as data, retires one that left the file, and takes it back', async () => {
    const database = await emptyRegister();
    await loadLegalRegister(database);
    const folder = await changedRegister((register) => {
      const [first] = register.acts;
      register.acts = register.acts.filter(({ code }) => code !== 'tj-education');
      register.acts.push({ ...first, code: 'kg-test-act', country: 'KG' });
    });

    // The act, its edition, its three requirements.
    expect(await loadLegalRegister(database, folder)).toEqual({ inserted: 5, updated: 0, retired: 1 });
    expect(await loadLegalRegister(database)).toEqual({ inserted: 0, updated: 1, retired: 1 });
  });

  it.each([
    [
      'a value without its unit',
      (register: Register) => {
        delete register.acts[2].editions[0].requirements[0].unit;
      },
      'norms.json, acts kz-osh-training-rules editions 1 requirements recert-interval-employees: value and unit go together',
    ],
    [
      'editions that overlap',
      (register: Register) => {
        register.acts[0].editions.push({ number: 2, in_force_from: '2020-01-01', requirements: [] });
      },
      'norms.json, acts kz-labor-code editions 2 in_force_from: overlaps another edition',
    ],
    [
      'a kind that nobody knows',
      (register: Register) => {
        register.acts[0].editions[0].requirements[0].kind = 'wish';
      },
      'norms.json, acts kz-labor-code editions 1 requirements employer-duty kind: Invalid option',
    ],
  ])('refuses %s and says where it stands', async (_, change, message) => {
    const database = await emptyRegister();
    const folder = await changedRegister(change);

    const refusal = loadLegalRegister(database, folder);

    await expect(refusal).rejects.toThrow(BadLegalData);
    await expect(refusal).rejects.toThrow(message);
  });
});
