import { loadReference } from '#reference';
import { until } from '../../support/until.js';
import { changedData, MONGOLIA } from './changed-data.js';
import { ownServer } from './own-server.js';

const COUNTRIES = /* GraphQL */ `
  query {
    countries {
      code name nameLocale callingCode weekStart weekend timeZones
      currency { code decimals }
      languages { tag name role direction script }
      subdivisions { code name type timeZone }
      unionCenters { code name shortName verification source }
    }
  }
`;

describe('a movement that Mongolia joins', () => {
  it('adds the country as data, and a running server shows it without a restart', async () => {
    const { database, anybody } = await ownServer();
    const codes = async () =>
      (await anybody.send('{ countries { code } }')).data.countries.map(({ code }: { code: string }) => code);
    expect(await codes()).toEqual(['AF', 'AZ', 'KZ', 'KG', 'TJ', 'TM', 'UZ']);

    const folder = await changedData(({ countries }) => countries.countries.push(MONGOLIA));
    // Country, currency, language, its use in the country, two time zones, subdivision, union center.
    expect(await loadReference(database, folder)).toEqual({ inserted: 8, updated: 0, retired: 0 });

    await until(async () => (await codes()).includes('MN'));
    expect(await codes()).toEqual(['AF', 'AZ', 'KZ', 'KG', 'MN', 'TJ', 'TM', 'UZ']);
    const { data } = await anybody.send(COUNTRIES, {}, { 'accept-language': 'mn-MN, ru;q=0.5' });
    expect(data.countries.find(({ code }: { code: string }) => code === 'MN')).toEqual({
      code: 'MN',
      name: 'Монгол Улс',
      nameLocale: 'mn',
      callingCode: '+976',
      weekStart: 'MONDAY',
      weekend: ['SATURDAY', 'SUNDAY'],
      timeZones: ['Asia/Ulaanbaatar', 'Asia/Hovd'],
      currency: { code: 'MNT', decimals: 2 },
      languages: [{ tag: 'mn', name: 'монгол', role: 'STATE', direction: 'LTR', script: 'Cyrl' }],
      subdivisions: [{ code: 'MN-1', name: 'Ulaanbaatar', type: 'capital', timeZone: 'Asia/Ulaanbaatar' }],
      unionCenters: [
        {
          code: 'MN-CMTU',
          name: 'Confederation of Mongolian Trade Unions',
          shortName: 'CMTU',
          verification: 'UNVERIFIED',
          source: 'general knowledge, not looked up',
        },
      ],
    });
  });
});
