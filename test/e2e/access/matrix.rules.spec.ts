import { buildSchema } from 'graphql';
import { CATALOG } from './catalog.cases.js';
import { ACTORS, type Actor } from './ground.js';
import { schema } from './judge.js';
import { LISTS } from './lists.cases.js';
import { type Cell, complaintsOf, printed, read, rootFieldsOf, unmatched } from './matrix.rules.js';
import { readPage } from './page.js';
import { PEOPLE } from './people.cases.js';
import { NESTED, QUERIES } from './reads.cases.js';
import { REQUESTS } from './requests.cases.js';
import { RULE_READS, RULES } from './rules.cases.js';
import { SEATS } from './seats.cases.js';

const queries = Object.keys({ ...QUERIES, ...RULE_READS });
const mutations = Object.keys({ ...CATALOG, ...LISTS, ...PEOPLE, ...REQUESTS, ...RULES, ...SEATS });

describe('the access matrix', () => {
  it('has a case for every root field there is, and for none that there is not', () => {
    const fields = rootFieldsOf(schema);

    expect(unmatched(fields.queries, queries)).toEqual([]);
    expect(unmatched(fields.mutations, mutations)).toEqual([]);
  });

  it('misses a field that somebody adds without a case, and a case whose field is gone', () => {
    const fields = rootFieldsOf(buildSchema('type Query { old: Int, added: Int }'));

    expect(unmatched(fields.queries, ['old', 'gone'])).toEqual(['added', 'gone']);
  });

  it('has a row for each case, printed as it is read', () => {
    const rows = read(readPage());
    const cases = [
      ...queries.map((name) => `query ${name}`),
      ...Object.keys(NESTED).map((name) => `inside ${name}`),
      ...mutations.map((name) => `mutation ${name}`),
    ];

    expect([...rows.keys()].sort()).toEqual(cases.sort());
    expect(printed([...rows.values()])).toBe(readPage());
  });
});

describe('a row', () => {
  const complaints = (more: Partial<Record<Actor, Cell>>) => {
    const cells = Object.fromEntries(ACTORS.map((actor) => [actor, 'not there'])) as Record<Actor, Cell>;
    return complaintsOf({ field: 'mutation decide', access: 'enrollment.decide', cells: { ...cells, ...more } });
  };

  it('is complained of when strangers get through, when nobody does, and when a refusal is no refusal', () => {
    expect(complaints({ officer: 'yes' })).toEqual([]);
    expect(complaints({ officer: 'yes', expired: 'yes' })).toEqual(['expired gets through']);
    expect(complaints({})).toEqual(['nobody gets through: the case tries nothing']);
    expect(complaints({ officer: 'yes', member: '?BAD_USER_INPUT' })).toEqual(['member is told BAD_USER_INPUT']);
  });
});
