import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byCode, changedData, type DataFiles, MONGOLIA } from '../../../../test/e2e/reference/changed-data.js';
import { BadReferenceData } from './bad-reference-data.js';
import { dataFolder } from './data-folder.js';
import { readData } from './read-data.js';

const country = (files: DataFiles, code: string) => byCode(files.countries.countries, code);

/** The refusal of the changed files, word by word. */
async function refusalOf(change: (files: DataFiles) => unknown): Promise<string> {
  const error = await readData(await changedData(change)).then(
    () => null,
    (refused: Error) => refused,
  );
  expect(error).toBeInstanceOf(BadReferenceData);
  return (error as Error).message;
}

describe('the data that ships', () => {
  it('is whole: seven countries, their parts, sectors and roles', async () => {
    const { countries, sectors, roles } = await readData(dataFolder());

    expect(countries.countries.map(({ code }) => code)).toEqual(['AF', 'AZ', 'KZ', 'KG', 'TJ', 'TM', 'UZ']);
    expect(countries.countries.flatMap(({ subdivisions }) => subdivisions)).toHaveLength(166);
    expect(countries.countries.flatMap(({ union_centers }) => union_centers)).toHaveLength(9);
    expect(countries.languages_of_instruction.map(({ tag }) => tag)).toEqual(['en']);
    expect(sectors).toHaveLength(21);
    expect(roles).toHaveLength(29);
  });

  it('is found from the compiled code, which lies deeper and without it', () => {
    const project = join(dataFolder(), '../../..');

    expect(dataFolder(join(project, 'dist/libs/reference/src/load/data-folder.js'))).toBe(dataFolder());
  });

  it('keeps what is unverified marked', async () => {
    const { countries, roles } = await readData(dataFolder());
    const centers = countries.countries.flatMap(({ union_centers }) => union_centers);

    expect(centers.filter(({ verification }) => verification === 'UNVERIFIED').map(({ code }) => code)).toEqual([
      'KZ-KTK',
      'KZ-AMANAT',
    ]);
    expect(roles.filter(({ verification }) => verification === 'UNVERIFIED').map(({ code }) => code)).toEqual([
      'GROUP_ORG',
      'RESERVE',
    ]);
  });

  it('keeps names under canonical tags, whatever spelling was written', async () => {
    const folder = await changedData((files) => files.countries.countries.push(MONGOLIA));

    const { countries } = await readData(folder);

    expect(Object.keys(countries.countries.at(-1)?.names ?? {})).toEqual(['en', 'ru', 'mn']);
  });
});

describe('a mistake in the data', () => {
  it.each<[string, (files: DataFiles) => unknown, string]>([
    [
      'a role nobody knows',
      (files) => Object.assign(country(files, 'KZ').languages[1] ?? {}, { role: 'spoken' }),
      'countries.json, record KZ, languages[1].role: Invalid option: expected one of ' +
        '"state"|"official"|"regional"|"interethnic"|"widely_used"|"planned"',
    ],
    [
      'no English name',
      (files) => {
        byCode(files.sectors.sectors, 'ENRG').names = { ru: 'Энергетика' };
      },
      'sectors.json, record ENRG, names.en: an English name is required',
    ],
    [
      'one language in two spellings',
      (files) => {
        byCode(files.roles.roles, 'YOUTH').names['uz-Latn-UZ'] = 'Yoshlar';
      },
      'roles.json, record YOUTH, names.uz-Latn-UZ: is the language uz a second time',
    ],
    [
      'a tag that is no language',
      (files) => Object.assign(country(files, 'UZ').languages[0] ?? {}, { tag: 'uzbek' }),
      'countries.json, record UZ, languages[0].tag: “uzbek” is not a language tag',
    ],
    [
      'a time zone that is not there',
      (files) => {
        country(files, 'UZ').time_zones.push('Asia/Bukhara');
      },
      'countries.json, record UZ, time_zones[2]: must be a time zone of the IANA database, for example Asia/Tashkent',
    ],
    [
      'a region in another country’s time zone',
      (files) => {
        byCode(country(files, 'KZ').subdivisions, 'KZ-79').time_zone = 'Asia/Tashkent';
      },
      'countries.json, record KZ, subdivisions[19].time_zone: Asia/Tashkent is not in time_zones',
    ],
    [
      'a region of another country',
      (files) => Object.assign(country(files, 'KG').subdivisions[0] ?? {}, { code: 'KZ-B' }),
      'countries.json, record KG, subdivisions[0].code: must begin with KG-',
    ],
    [
      'a country twice',
      (files) => files.countries.countries.push(country(files, 'TJ')),
      'countries.json, record TJ, code: TJ is there a second time',
    ],
    [
      'two truths about one currency',
      (files) => {
        files.countries.countries.push({ ...MONGOLIA, currency: { ...country(files, 'UZ').currency, decimals: 0 } });
      },
      'countries.json, record MN, currency: differs from that of UZ',
    ],
    [
      'a field that no code reads',
      (files) => Object.assign(country(files, 'AZ'), { capital: 'Baku' }),
      'countries.json, record AZ: Unrecognized key: "capital"',
    ],
    [
      'a source that is missing',
      (files) => Object.assign(byCode(files.roles.roles, 'ACTIVIST'), { source: undefined }),
      'roles.json, record ACTIVIST, source: Invalid input: expected string, received undefined',
    ],
    [
      'a control character',
      (files) => {
        byCode(files.roles.roles, 'ACTIVIST').names.en = 'Trade\u0000union';
      },
      'roles.json, record ACTIVIST, names.en: must be 1 to 200 characters of plain text',
    ],
  ])('is told in one line: %s', async (_mistake, change, line) => {
    expect(await refusalOf(change)).toBe(line);
  });

  it('is told with the others, a line each', async () => {
    const told = await refusalOf((files) => {
      country(files, 'UZ').calling_code = '998';
      country(files, 'TM').week.first_day = 'monday';
    });

    expect(told.split('\n')).toEqual([
      'countries.json, record TM, week.first_day: Invalid option: expected one of "mon"|"tue"|"wed"|"thu"|"fri"|"sat"|"sun"',
      'countries.json, record UZ, calling_code: must look like +998',
    ]);
  });

  it('names the file that is no JSON, and the one that is not there', async () => {
    const folder = await changedData();
    await writeFile(join(folder, 'sectors.json'), (await readFile(join(folder, 'sectors.json'), 'utf8')).slice(0, -2));

    await expect(readData(folder)).rejects.toThrow(/^sectors\.json: /);
    await expect(readData(join(folder, 'nowhere'))).rejects.toThrow(/^countries\.json: ENOENT/);
  });
});
