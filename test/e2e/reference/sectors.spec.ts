import { client } from '../../support/client.js';

describe('sectors', () => {
  it('are shown to anybody in the reader’s language, with their place in ISIC and how far that was checked', async () => {
    const answer = await client.send(
      `{ sectors { code name nameLocale isicRev4 { sections divisions classes } verification fieldSources { field source } retiredAt } }`,
      {},
      { 'accept-language': 'uz' },
    );

    expect(answer).toSucceed();
    expect(answer.data.sectors).toHaveLength(21);
    expect(answer.data.sectors.find(({ code }: { code: string }) => code === 'FRST')).toEqual({
      code: 'FRST',
      name: 'Oʻrmon xoʻjaligi',
      nameLocale: 'uz',
      isicRev4: { sections: ['A'], divisions: ['02'], classes: ['0170'] },
      verification: 'PARTLY',
      fieldSources: [
        { field: 'code', source: 'assigned for Odaq' },
        { field: 'names', source: 'general knowledge, not looked up' },
        { field: 'isic_rev4', source: expect.stringContaining('general knowledge') },
      ],
      retiredAt: null,
    });
  });

  it('have a name for a reader of a language they were not named in', async () => {
    const { data } = await client.send('{ sectors { name nameLocale } }', {}, { 'accept-language': 'ps, ky' });

    expect(new Set(data.sectors.map(({ nameLocale }: { nameLocale: string }) => nameLocale))).toEqual(new Set(['en']));
    expect(data.sectors.filter(({ name }: { name: string }) => name.trim() === '')).toEqual([]);
  });
});
