import { loadReference } from '#reference';
import { client } from '../../support/client.js';
import { until } from '../../support/until.js';
import { changedData } from './changed-data.js';
import { ownServer } from './own-server.js';

describe('training roles', () => {
  it('are shown to anybody with the nearest occupation, for statistics', async () => {
    const answer = await client.send(
      '{ trainingRoles { code name group level isco08 isco08Title verification } }',
      {},
      { 'accept-language': 'ru' },
    );

    expect(answer).toSucceed();
    expect(answer.data.trainingRoles).toHaveLength(29);
    expect(answer.data.trainingRoles.find(({ code }: { code: string }) => code === 'ACCOUNTANT')).toEqual({
      code: 'ACCOUNTANT',
      name: 'Бухгалтер профсоюзной организации',
      group: 'SPECIALIST',
      level: 'ANY',
      isco08: '2411',
      isco08Title: 'Accountants',
      verification: 'PARTLY',
    });
    expect(answer.data.trainingRoles.find(({ code }: { code: string }) => code === 'ACTIVIST')).toMatchObject({
      isco08: null,
      isco08Title: null,
    });
  });

  it('leave the list when the data drops them, and are still there for who asks for the retired', async () => {
    const { database, anybody } = await ownServer();
    const codes = async (list: string) => {
      const { data } = await anybody.send(`{ ${list} { code retiredAt } }`);
      return data.trainingRoles;
    };
    expect(await codes('trainingRoles')).toHaveLength(29);

    const folder = await changedData((files) => {
      files.roles.roles = files.roles.roles.filter(({ code }) => code !== 'YOUTH');
    });
    await loadReference(database, folder);

    await until(async () => (await codes('trainingRoles')).length === 28);
    const all = await codes('trainingRoles(includeRetired: true)');
    expect(all).toHaveLength(29);
    expect(all.filter(({ retiredAt }: { retiredAt: string | null }) => retiredAt)).toEqual([
      { code: 'YOUTH', retiredAt: expect.stringMatching(/^20\d\d-/) },
    ]);
  });
});
