import type { DataSource } from 'typeorm';
import { Changes, type RequestContext, sentence } from '#platform';
import { loadReference, referenceEntities } from '#reference';
import { byCode, changedData } from '../../../../test/e2e/reference/changed-data.js';
import { freshDatabase } from '../../../../test/support/database.js';
import { ReferenceLists } from './reference-lists.js';

const request = (): RequestContext => ({
  requestId: 'test',
  viewer: null,
  locales: [],
  idempotencyKey: null,
  remoteAddress: '127.0.0.1',
});

describe('codes that somebody chose', () => {
  let database: DataSource;
  let lists: ReferenceLists;

  beforeAll(async () => {
    database = await freshDatabase(referenceEntities);
    lists = new ReferenceLists(database, new Changes(database));
    const withoutCoal = await changedData(({ sectors }) => {
      sectors.sectors = sectors.sectors.filter(({ code }) => code !== 'COAL');
    });
    await loadReference(database, withoutCoal);
  });

  it('are all known', async () => {
    const known = {
      sectors: ['ENRG', 'EDUC'],
      roles: ['TECH_INSP'],
      countries: ['UZ', 'KZ'],
      subdivisions: ['UZ-TK'],
      locales: ['uz', 'uz-Cyrl', 'en', 'fa-AF'],
      timeZones: ['Asia/Tashkent'],
      currencies: ['UZS'],
    };

    expect(await lists.unknownCodes(database.manager, known)).toEqual([]);
    expect(await lists.unknownCodes(database.manager, {})).toEqual([]);
  });

  it('are refused one by one, each once, with its list and its place in the input; a retired one too', async () => {
    const chosen = { sectors: ['ENRG', 'XXXX', 'COAL', 'XXXX'], locales: ['de'], timeZones: ['Europe/Paris'] };

    const reasons = await lists.unknownCodes(database.manager, chosen, { locales: ['translations', 'locale'] });

    expect(reasons.map(({ list, code, path }) => ({ list, code, path }))).toEqual([
      { list: 'SECTORS', code: 'XXXX', path: ['sectorCodes'] },
      { list: 'SECTORS', code: 'COAL', path: ['sectorCodes'] },
      { list: 'LANGUAGES', code: 'de', path: ['translations', 'locale'] },
      { list: 'TIME_ZONES', code: 'Europe/Paris', path: ['timeZone'] },
    ]);
  });

  it('are named in the reader’s language', async () => {
    const [reason] = await lists.unknownCodes(database.manager, { sectors: ['XXXX'] });
    const said = (locale: string) => sentence([locale], 'reference.unknown-code', { ...reason });

    expect(said('en')).toBe('There is no sector with the code XXXX.');
    expect(said('ru')).toBe('Отрасли с кодом XXXX нет.');
    expect(said('uz')).toBe('XXXX kodli soha yoʻq.');
    expect(said('kk')).toBe('XXXX коды бар сала жоқ.');
  });

  it('include the languages of all countries and English', async () => {
    const locales = await lists.knownLocales(database.manager);

    expect(locales).toEqual('az en fa-AF kaa kk kk-Latn ky ps ru tg tk tk-Arab uz uz-Arab uz-Cyrl'.split(' '));
  });
});

describe('the copy that a node keeps', () => {
  it('costs one small query per request, and is renewed after a load on another node', async () => {
    const database = await freshDatabase(referenceEntities);
    const lists = new ReferenceLists(database, new Changes(database));
    const before = await lists.of(request());
    expect(await lists.of(request())).toBe(before);

    const folder = await changedData(({ sectors }) => {
      byCode(sectors.sectors, 'ENRG').names.en = 'Energy';
    });
    await loadReference(database, folder);

    const asked = request();
    const loader = lists.sectorsByCode.of(asked);
    expect((await loader.load('ENRG'))?.names.en).toBe('Energy');
    expect(await loader.load('NONE')).toBeNull();
    expect(await lists.of(asked)).not.toBe(before);
  });

  it('costs nothing while the node hears of changes and there is none', async () => {
    const database = await freshDatabase(referenceEntities);
    const changes = new Changes(database);
    const lists = new ReferenceLists(database, changes);
    changes.emit('heard');
    const before = await lists.of(request());
    expect(lists.of(request())).toBe(before);

    changes.emit('changed', ['Offering']);
    expect(lists.of(request())).toBe(before);

    for (const event of ['changed', 'deaf'] as const) {
      event === 'changed' ? changes.emit(event, null) : changes.emit(event);
      const asked = lists.of(request());
      expect(asked).toBeInstanceOf(Promise);
      expect(await asked).toBe(before);
    }
    expect(lists.of(request())).toBeInstanceOf(Promise);
  });

  it('still finds a role that left the list, so that old courses show its name', async () => {
    const database = await freshDatabase(referenceEntities);
    const folder = await changedData(({ roles }) => {
      roles.roles = roles.roles.filter(({ code }) => code !== 'YOUTH');
    });
    await loadReference(database, folder);

    const role = await new ReferenceLists(database, new Changes(database)).rolesByCode.of(request()).load('YOUTH');

    expect(role?.names.en).toBe('Youth council leader');
    expect(role?.retiredAt).toBeInstanceOf(Date);
  });

  it('is not poisoned by a database that was away once', async () => {
    const database = await freshDatabase(referenceEntities);
    let isAway = true;
    const shaky: DataSource = Object.create(database, {
      transaction: {
        value: (...args: Parameters<DataSource['transaction']>) =>
          isAway ? Promise.reject(new Error('away')) : database.transaction(...args),
      },
    });
    const lists = new ReferenceLists(shaky, new Changes(shaky));

    await expect(lists.of(request())).rejects.toThrow('away');

    isAway = false;
    expect((await lists.of(request())).countries.size).toBe(7);
  });
});
