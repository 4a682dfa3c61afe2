import { legalEntities, loadLegalRegister } from '#curriculum';
import { referenceEntities } from '#reference';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { statementsOf } from '../../support/query-count.js';

beforeAll(async () => {
  await loadLegalRegister(await workerDatabase([...referenceEntities, ...legalEntities]));
});

const ACTS = /* GraphQL */ `
  query ($filter: LegalActFilter, $first: Int!) {
    legalActs(filter: $filter, first: $first) {
      edges { node { id code number title titleLocale status verification country { code }
        edition { number inForceFrom requirements { code kind value unit verification article text textLocale } } } }
    }
  }
`;

const nodesOf = (answer: { data: any }) => answer.data.legalActs.edges.map(({ node }: { node: any }) => node);

describe('the legal register', () => {
  it('tells anybody what an act asks, with the mark of how far it was checked', async () => {
    const answer = await client.send(ACTS, { filter: { countryCodes: ['KZ'], areas: ['OSH_TRAINING'] }, first: 100 });

    expect(answer).toSucceed();
    const act = nodesOf(answer).find(({ code }: { code: string }) => code === 'kz-osh-training-rules');
    expect(act).toMatchObject({
      status: 'IN_FORCE',
      country: { code: 'KZ' },
      edition: { number: 1, inForceFrom: '2016-01-01' },
    });
    expect(act.edition.requirements.find(({ code }: { code: string }) => code === 'min-hours')).toMatchObject({
      kind: 'MIN_HOURS',
      value: 40,
      unit: 'ACADEMIC_HOURS',
      verification: 'UNVERIFIED',
      textLocale: 'en',
    });
  });

  it('costs the same number of statements for two acts and for forty', async () => {
    const few = await client.send(ACTS, { first: 2 });
    const many = await client.send(ACTS, { first: 40 });

    expect(nodesOf(few)).toHaveLength(2);
    expect(nodesOf(many)).toHaveLength(40);
    expect(statementsOf(many)).toBe(statementsOf(few));
  });

  it('shows the conventions with who ratified them', async () => {
    const answer = await client.send(
      '{ iloConventions { code title(locale: "ru") ratifications { country { code } status date verification } } }',
    );

    expect(answer).toSucceed();
    expect(answer.data.iloConventions.map(({ code }: { code: string }) => code)).toEqual([
      'C087',
      'C098',
      'C140',
      'C144',
      'C155',
      'C187',
    ]);
    const c155 = answer.data.iloConventions[4];
    expect(c155.ratifications).toHaveLength(7);
    expect(c155.ratifications.find((it: any) => it.country.code === 'UZ')).toEqual({
      country: { code: 'UZ' },
      status: 'UNDER_WAY',
      date: '2024-10',
      verification: 'PARTLY',
    });
  });
});
