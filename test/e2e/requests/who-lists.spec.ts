import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { newOrganization } from '../../support/identity.world.js';
import {
  type Answerer,
  done,
  need,
  newAnswerer,
  newOfficer,
  newUnion,
  proposed,
  seenBy,
  submitted,
  support,
  taken,
  type Union,
} from '../../support/requests.world.js';

const LIST = `query ($first: Int!, $after: String, $filter: ProgramRequestFilter) {
  programRequests(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id stage viewerActs } } } }`;

interface Listed {
  ids: string[];
  counts: number[];
}

/** The whole list by pages of two, so that most of it lies beyond what is looked up for each page. */
async function walked(who: Asker, filter: object = {}, first = 2): Promise<Listed> {
  const list: Listed = { ids: [], counts: [] };
  let after: string | null = null;
  do {
    const { data }: any = await client.as(who).send(LIST, { first, after, filter });
    const { edges, totalCount, pageInfo } = data.programRequests;
    list.ids.push(...edges.map(({ node }: any) => node.id));
    list.counts.push(totalCount);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return list;
}

/** Those of the requests that somebody finds one by one, the newest first. */
async function found(who: Asker, ids: readonly string[]): Promise<string[]> {
  const seen = await Promise.all(ids.map((id) => seenBy(who, { id }, 'id')));
  return ids.filter((_, place) => seen[place] !== null);
}

describe('who sees which program requests', () => {
  const readers: Record<string, Asker> = {};
  /** The newest first. */
  const all: string[] = [];
  const made: Record<string, string> = {};
  let federationId: string;

  beforeAll(async () => {
    federationId = await newOrganization({ kind: 'FEDERATION' });
    const [union, other]: Union[] = [
      await newUnion({ sectoralParentId: federationId }),
      await newUnion({ sectoralParentId: federationId }),
    ];
    const [academy, rival]: Answerer[] = [await newAnswerer(), await newAnswerer()];
    Object.assign(readers, {
      union: union?.officer,
      other: other?.officer,
      federation: await newOfficer(federationId, 'SUBTREE'),
      academy: academy?.admin,
      rival: rival?.admin,
      stranger: (await newUnion()).officer,
    });
    if (!union || !other || !academy) throw new Error('no world');
    const note = async (name: string, request: Promise<{ id: string }>) => {
      made[name] = (await request).id;
      all.unshift((await request).id);
      return request;
    };
    await note('draft', done(union.officer, 'draftProgramRequest', { organizationId: union.id, need: need() }));
    await note('open', submitted(union));
    await note('addressed', submitted(union, { addressedToId: academy.id }));
    await note('taken', taken(union, academy));
    await note('proposed', proposed(union, academy));
    const joined = await note('joined', submitted(other));
    await support(union, joined, 3);
    const left = await note('left', submitted(other));
    await support(union, left, 3);
    await done(union.officer, 'withdrawSupport', { programRequestId: left.id, organizationId: union.id });
    for (let count = 0; count < 14; count += 1) {
      // The last of those that are looked up for the first page.
      if (count === 3) await note('late', submitted(union));
      await note(`other ${count}`, submitted(other, { addressedToId: academy.id }));
    }
  }, 60_000);

  /** Of the requests of this file alone, page by page and all at once. */
  async function lists(reader: Asker, filter: object = {}): Promise<{ byPages: string[]; atOnce: string[] }> {
    const [pages, whole] = [await walked(reader, filter), await walked(reader, filter, 100)];
    expect(pages.ids).toEqual(whole.ids);
    for (const count of pages.counts) expect(count).toBe(pages.ids.length);
    const ofOurs = ({ ids }: Listed) => ids.filter((id) => all.includes(id));
    return { byPages: ofOurs(pages), atOnce: ofOurs(whole) };
  }

  const named = (...names: string[]) => all.filter((id) => names.some((name) => made[name] === id));
  const others = Array.from({ length: 14 }, (_, count) => `other ${count}`);

  it('lists what one finds one by one', async () => {
    for (const [name, reader] of Object.entries(readers)) {
      const mine = await found(reader, all);
      expect({ name, ...(await lists(reader)) }).toEqual({ name, byPages: mine, atOnce: mine });
    }
    expect((await lists(readers.union as Asker)).byPages).toEqual(
      named('draft', 'open', 'addressed', 'taken', 'proposed', 'joined', 'late'),
    );
    expect((await lists(readers.rival as Asker)).byPages).toEqual(named('open', 'joined', 'left', 'late'));
    expect((await lists(readers.stranger as Asker)).byPages).toEqual([]);
  });

  it('tells what is theirs, and whose turn it is', async () => {
    const { union, academy, federation } = readers as Record<string, Asker>;
    if (!union || !academy || !federation) throw new Error('no readers');
    const turn = { toActOn: true };

    expect((await lists(union, { mine: true })).byPages).toEqual(
      named('draft', 'open', 'addressed', 'taken', 'proposed', 'joined', 'late'),
    );
    expect((await lists(union, turn)).byPages).toEqual(named('draft', 'proposed'));
    expect((await lists(federation, { ...turn, mine: true })).byPages).toEqual(named('draft', 'proposed'));
    expect((await lists(academy, turn)).byPages).toEqual(
      named('open', 'addressed', 'taken', 'joined', 'left', 'late', ...others),
    );
    expect((await lists(academy, { mine: true })).byPages).toEqual([]);
  });

  it('counts alike for who has a thousand organizations', async () => {
    const { federation } = readers as Record<string, Asker>;
    if (!federation) throw new Error('no readers');
    const counts = async () => {
      const filters = [{}, { mine: true }, { toActOn: true }, { stages: ['SUBMITTED'] }];
      return Promise.all(filters.map(async (filter) => (await walked(federation, filter, 100)).counts[0]));
    };
    const before = await counts();
    expect(before[0]).toBe(all.length);

    await thousandBelow(federationId);

    expect(await counts()).toEqual(before);
  });
});

async function thousandBelow(organizationId: string): Promise<void> {
  const database = await workerDatabase();
  await database.query(
    `WITH added AS (
       INSERT INTO organization (id, kind, country_code, time_zone, default_locale, territorial_parent_id)
       SELECT gen_random_uuid(), 'PRIMARY_ORGANIZATION', 'KZ', 'Asia/Almaty', 'kk', $1 FROM generate_series(1, 1000)
       RETURNING id
     ), named AS (INSERT INTO organization_name (organization_id, locale, name) SELECT id, 'kk', 'Ұйым ' || id FROM added)
     INSERT INTO organization_closure (ancestor_id, descendant_id)
     SELECT ancestor.id, added.id FROM added CROSS JOIN LATERAL (VALUES (added.id), ($1::uuid)) ancestor (id)`,
    [organizationId],
  );
}
