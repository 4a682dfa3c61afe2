import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { countriesFile } from '../../../libs/reference/src/load/countries.schema.js';
import type { rolesFile } from '../../../libs/reference/src/load/roles.schema.js';
import type { sectorsFile } from '../../../libs/reference/src/load/sectors.schema.js';

const SHIPPED = join(import.meta.dirname, '../../../libs/reference/data');

/** The shipped files as they are written, for a test to change. */
export interface DataFiles {
  countries: z.input<typeof countriesFile>;
  sectors: z.input<typeof sectorsFile>;
  roles: z.input<typeof rolesFile>;
}

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A copy of the shipped data in a folder of its own, with a change that anybody could make in an editor. */
export async function changedData(change: (files: DataFiles) => unknown = () => {}): Promise<string> {
  const files: DataFiles = {
    countries: await shipped('countries'),
    sectors: await shipped('sectors'),
    roles: await shipped('roles'),
  };
  change(files);
  const folder = await mkdtemp(join(tmpdir(), 'odaq-reference-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content));
  }
  return folder;
}

async function shipped<Content>(name: string): Promise<Content> {
  return JSON.parse(await readFile(join(SHIPPED, `${name}.json`), 'utf8'));
}

export function byCode<Item extends { code: string }>(records: Item[], code: string): Item {
  const found = records.find((record) => record.code === code);
  if (!found) throw new Error(`the data has no ${code}`);
  return found;
}

const checked = { source: 'ISO 3166, ISO 4217, IANA time zone database', verification: 'verified' };

/** A country that Odaq does not ship: what somebody would append to `countries.json`. */
export const MONGOLIA: DataFiles['countries']['countries'][number] = {
  code: 'MN',
  alpha3: 'MNG',
  numeric: '496',
  names: { en: 'Mongolia', ru: 'Монголия', 'mn-Cyrl': 'Монгол Улс' },
  official_name_en: 'Mongolia',
  currency: { code: 'MNT', numeric: '496', decimals: 2, display_decimals: 0, ...checked },
  languages: [{ tag: 'mn', role: 'state', ...checked }],
  time_zones: ['Asia/Ulaanbaatar', 'Asia/Hovd'],
  calling_code: '+976',
  mobile_digits: 8,
  week: { first_day: 'mon', weekend: ['sat', 'sun'] },
  calendars: ['gregorian'],
  subdivisions: [
    { code: 'MN-1', type: 'capital', names: { en: 'Ulaanbaatar' }, time_zone: 'Asia/Ulaanbaatar', ...checked },
  ],
  union_centers: [
    {
      code: 'MN-CMTU',
      names: { en: 'Confederation of Mongolian Trade Unions' },
      short_name: 'CMTU',
      source: 'general knowledge, not looked up',
      verification: 'unverified',
    },
  ],
  ...checked,
};
