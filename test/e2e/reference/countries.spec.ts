import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, client } from '../../support/client.js';
import { statementsOf } from '../../support/query-count.js';

const everything = readFile(join(import.meta.dirname, '../../../schema/operations/reference-lists.graphql'), 'utf8');

const read = async (fields: string, language = 'en') => {
  const answer = await client.send(`{ countries { code ${fields} } }`, {}, { 'accept-language': language });
  expect(answer).toSucceed();
  return Object.fromEntries(
    answer.data.countries.map(({ code, ...country }: { code: string }) => [code, country]),
  ) as Record<string, Answer['data']>;
};

describe('countries', () => {
  it('are shown to anybody, sorted as the reader’s alphabet has them', async () => {
    const inEnglish = await client.send('{ countries { name } }', {}, { 'accept-language': 'en' });
    const inRussian = await client.send('{ countries { name } }', {}, { 'accept-language': 'ru' });
    const names = ({ data }: typeof inEnglish) => data.countries.map(({ name }: { name: string }) => name);

    expect(names(inEnglish)).toEqual(
      'Afghanistan Azerbaijan Kazakhstan Kyrgyzstan Tajikistan Turkmenistan Uzbekistan'.split(' '),
    );
    expect(names(inRussian)).toEqual(
      'Азербайджан Афганистан Казахстан Кыргызстан Таджикистан Туркменистан Узбекистан'.split(' '),
    );
  });

  it('are named in what the reader understands, and say which language that is', async () => {
    const countries = await read('name nameLocale inRussian: name(locale: "ru")', 'uz-Cyrl-UZ, uz;q=0.8');

    expect(countries.UZ).toEqual({ name: 'Ўзбекистон', nameLocale: 'uz-Cyrl', inRussian: 'Узбекистан' });
    expect(countries.KG).toEqual({ name: 'Kyrgyzstan', nameLocale: 'en', inRussian: 'Кыргызстан' });
  });

  it('tell a form of Afghanistan how to write: two languages from right to left, weeks from Saturday', async () => {
    const { AF } = await read(
      'weekStart weekend calendars currency { code decimals } languages { tag name direction script role }',
    );

    expect(AF).toEqual({
      weekStart: 'SATURDAY',
      weekend: ['THURSDAY', 'FRIDAY'],
      calendars: ['persian', 'gregorian'],
      currency: { code: 'AFN', decimals: 2 },
      languages: [
        { tag: 'ps', name: 'Pashto', direction: 'RTL', script: 'Arab', role: 'OFFICIAL' },
        { tag: 'fa-AF', name: 'Dari', direction: 'RTL', script: 'Arab', role: 'OFFICIAL' },
        { tag: 'uz-Arab', name: 'Uzbek (Arabic)', direction: 'RTL', script: 'Arab', role: 'REGIONAL' },
        { tag: 'tk-Arab', name: 'Turkmen (Arabic)', direction: 'RTL', script: 'Arab', role: 'REGIONAL' },
      ],
    });
  });

  it('have all their subdivisions, each with its time zone where that is recorded', async () => {
    const countries = await read('timeZones subdivisions { code name timeZone }', 'kk');
    const counts = Object.entries(countries).map(([code, { subdivisions }]) => [code, subdivisions.length]);

    expect(Object.fromEntries(counts)).toEqual({ AF: 34, AZ: 78, KZ: 20, KG: 9, TJ: 5, TM: 6, UZ: 14 });
    expect(countries.KZ.timeZones).toHaveLength(7);
    expect(countries.KZ.subdivisions[0]).toEqual({ code: 'KZ-10', name: 'Абай облысы', timeZone: 'Asia/Almaty' });
  });

  it('keep marked what nobody checked', async () => {
    const { KZ } = await read('unionCenters { code verification source fieldSources { field } }');

    expect(KZ.unionCenters).toEqual([
      { code: 'KZ-FPRK', verification: 'PARTLY', source: expect.stringContaining('Charter'), fieldSources: [] },
      { code: 'KZ-KTK', verification: 'UNVERIFIED', source: 'general knowledge, not looked up', fieldSources: [] },
      { code: 'KZ-AMANAT', verification: 'UNVERIFIED', source: 'general knowledge, not looked up', fieldSources: [] },
    ]);
  });

  it('cost no SQL statement with everything they have, once the node has its copy', async () => {
    const first = await client.send(await everything);
    const second = await client.send(await everything);

    expect(second).toSucceed();
    expect(second.data).toEqual(first.data);
    expect(statementsOf(second)).toBe(0);
  });

  it('refuse a locale that is none', async () => {
    const answer = await client.send('{ countries { name(locale: "klingonese") } }');

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });
});
