import { client } from '../../support/client.js';
import {
  align,
  changeInput,
  newAct,
  newModule,
  newVariant,
  publish,
  publishedCurriculum,
  send,
} from '../../support/curriculum.world.js';
import { sessionOnDay, type TaughtCourse, world } from '../../support/enrollment.world.js';
import { statementsOf } from '../../support/query-count.js';

const HOURS = { code: 'min-hours', kind: 'MIN_HOURS', value: 8, unit: 'ACADEMIC_HOURS' };
const LAW = `taughtUnder { isSuperseded edition { id number } editionAtStart { id number }
  curriculumVersions { number modules { moduleId } } }`;

let lastDay = 200;
const onDay = (days: number) => Temporal.Now.plainDateISO('UTC').add({ days }).toString();

async function schedule(course: TaughtCourse, days?: number): Promise<string> {
  lastDay += 1;
  const { startsAt, endsAt } = sessionOnDay(days ?? lastDay);
  const input = {
    courseId: course.id,
    mode: 'ONLINE',
    language: 'en',
    timeZone: 'Asia/Tashkent',
    capacity: 20,
    sessions: [{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }],
  };
  const answer = await send(course.academy.admin, 'scheduleOffering', input, 'offering { id }');
  expect(answer).toSucceed();
  return answer.data.scheduleOffering.offering.id;
}

/** A course that delivers a module of a published curriculum, which relies on the act. */
async function taught(act: { requirements: Record<string, string> }) {
  const course = await world.course(['en']);
  const law = await newModule(course.academy, { courseIds: [course.id] });
  const base = await publishedCurriculum(course.academy, { modules: [law], roleCodes: ['YOUTH'] });
  await align(course.academy, base, law, act.requirements['min-hours']);
  return { course, law, base };
}

const lawOf = async (id: string) => {
  const { data } = await client.send(`query ($id: ID!) { offering(id: $id) { ${LAW} } }`, { id });
  return data.offering.taughtUnder;
};

const offeringsUnder = async (editionId: string) => {
  const { data } = await client.send(
    `query ($id: ID!) { node(id: $id) { ... on LegalActEdition { offerings(first: 10) { totalCount edges { node { id } } } } } }`,
    { id: editionId },
  );
  return data.node.offerings;
};

describe('an offering', () => {
  it('knows the edition it was scheduled under, also after the act changed, and whoever asks finds it by that edition', async () => {
    const act = await newAct('KZ', [HOURS]);
    const { course, law } = await taught(act);
    const [before, after] = [await schedule(course, 190), await schedule(course, 260)];

    const change = changeInput(act, onDay(230), [{ ...HOURS, value: 16 }]);
    const recorded = await send(course.academy.admin, 'recordLegalActChange', change, 'edition { id }');
    expect(recorded).toSucceed();
    const fresh = recorded.data.recordLegalActChange.edition.id;

    const first = { id: act.editionId, number: 1 };
    const curriculumVersions = [{ number: 1, modules: [{ moduleId: law }] }];
    expect(await lawOf(before)).toEqual([
      { edition: first, editionAtStart: first, isSuperseded: false, curriculumVersions },
    ]);
    expect(await lawOf(after)).toEqual([
      { edition: first, editionAtStart: { id: fresh, number: 2 }, isSuperseded: true, curriculumVersions },
    ]);
    expect(await offeringsUnder(act.editionId)).toEqual({
      totalCount: 2,
      edges: [{ node: { id: before } }, { node: { id: after } }],
    });
    expect(await offeringsUnder(fresh)).toEqual({ totalCount: 0, edges: [] });
  });

  it('scheduled after a change of law that is in force knows the new edition', async () => {
    const act = await newAct('KZ', [HOURS], { inForceFrom: '2020-01-01' });
    const { course } = await taught(act);
    const old = await schedule(course);
    const change = changeInput(act, onDay(-1), [{ ...HOURS, value: 16 }]);
    await send(course.academy.admin, 'recordLegalActChange', change, 'edition { id }');

    const fresh = await schedule(course);

    expect(await lawOf(old)).toMatchObject([{ edition: { number: 1 }, isSuperseded: true }]);
    expect(await lawOf(fresh)).toMatchObject([{ edition: { number: 2 }, isSuperseded: false }]);
  });

  it('knows what a variant relies on in its own country, through a module that the variant adds', async () => {
    const [kz, uz] = [await newAct('KZ', [HOURS]), await newAct('UZ', [HOURS])];
    const course = await world.course(['en']);
    const { academy } = course;
    const [law, added] = [await newModule(academy), await newModule(academy, { courseIds: [course.id] })];
    const base = await publishedCurriculum(academy, { modules: [law], roleCodes: ['ACCOUNTANT'] });
    const variant = await newVariant(academy, base, 'KZ');
    const addition = { curriculumId: variant, moduleId: added, kind: 'ADD' };
    expect(await send(academy.admin, 'overrideModule', addition, 'curriculum { id }')).toSucceed();
    await align(academy, variant, added, kz.requirements['min-hours']);
    await align(academy, base, law, uz.requirements['min-hours']);
    await publish(academy, variant);

    expect(await lawOf(await schedule(course))).toMatchObject([{ edition: { id: kz.editionId } }]);
  });

  it('knows no law when no published curriculum ties its course to any', async () => {
    const act = await newAct('KZ', [HOURS]);
    const { course, base, law } = await taught(act);
    await align(course.academy, base, law, act.requirements['min-hours'], {
      coverage: 'NOT_APPLICABLE',
      reason: 'for hazardous sites only',
    });
    expect(await lawOf(await schedule(course))).toEqual([]);
    expect(await lawOf(await schedule(await world.course(['en'])))).toEqual([]);
  });

  it('tells its law for as many statements in a list of five as alone', async () => {
    const { course } = await taught(await newAct('KZ', [HOURS]));
    const list = () =>
      client.send(`query ($id: ID!) { offerings(filter: { courseId: $id }) { edges { node { id ${LAW} } } } }`, {
        id: course.id,
      });
    await schedule(course);
    const one = await list();
    for (let more = 0; more < 4; more += 1) await schedule(course);
    const five = await list();

    expect(five.data.offerings.edges).toHaveLength(5);
    expect(five.data.offerings.edges[4].node.taughtUnder).toHaveLength(1);
    expect(statementsOf(five)).toBe(statementsOf(one));
  });
});
