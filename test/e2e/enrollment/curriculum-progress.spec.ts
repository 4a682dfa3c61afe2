import { readFile } from 'node:fs/promises';
import { type Academy, newAcademy, publishedCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { endedOffering, placed, recordCompletions } from '../../support/completion.world.js';
import { newAct, newModule, newVariant, publish, publishedCurriculum, send } from '../../support/curriculum.world.js';
import { workerDatabase } from '../../support/database.js';
import { type Human, type TaughtCourse, world } from '../../support/enrollment.world.js';
import { newHolder, newMember, newOrganization } from '../../support/identity.world.js';
import { statementsOf } from '../../support/query-count.js';

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy();
});

const FIELDS = `curriculum { id } version { number } countryCode standing recognizedFrom hoursDone hoursAsked electiveHoursDone
  remainingModuleIds recognitions { fromCountryCode verdict bridgeModuleIds }
  modules { state waitsForModuleIds module { moduleId } satisfiedBy { courseId enrollmentId completedOn }
    nextOfferings(languages: ["uz"]) { id } }`;
const OF_VIEWER = `query ($id: ID!, $country: String, $version: Int) {
  viewer { curriculumProgress(curriculumId: $id, countryCode: $country, versionNumber: $version) { ${FIELDS} } } }`;
const OF_PERSON = `query ($person: ID!, $id: ID!) {
  node(id: $person) { id ... on Person { curriculumProgress(curriculumId: $id) { hoursDone standing } } } }`;

async function taughtCourse(): Promise<TaughtCourse> {
  return { ...(await publishedCourse(academy)), academy };
}

async function complete(person: Human, course: TaughtCourse): Promise<string> {
  const offering = await endedOffering({ course });
  const [enrollmentId = ''] = await placed(offering.id, [person]);
  expect(await recordCompletions(academy.admin, offering.id, [{ enrollmentId, completion: 'COMPLETED' }])).toSucceed();
  return enrollmentId;
}

/** A program of two countries, completed by the first of its three courses in the one and not in the other. */
async function recognizable(of: { roleCodes?: string[] } = {}) {
  const { id, safety, courses } = await program(of);
  const [kazakh, uzbek] = [await newVariant(academy, id, 'KZ'), await newVariant(academy, id, 'UZ')];
  const dropped = { curriculumId: kazakh, moduleId: safety, kind: 'DROP' };
  expect(await send(academy.admin, 'overrideModule', dropped, 'curriculum { id }')).toSucceed();
  for (const variant of [kazakh, uzbek]) await publish(academy, variant);
  const person = await world.person();
  await complete(person, courses[0]);
  return { kazakh, uzbek, person };
}

/** Law, then safety after it, and an elective; each delivered by a course of its own. */
async function program(of: { roleCodes?: string[] } = {}) {
  const courses = [await taughtCourse(), await taughtCourse(), await taughtCourse()] as const;
  const [law, safety, speech] = [
    await newModule(academy, { hours: { lecture: 8 }, courseIds: [courses[0].id] }),
    await newModule(academy, { hours: { lecture: 4, practice: 2 }, courseIds: [courses[1].id] }),
    await newModule(academy, { hours: { practice: 3 }, courseIds: [courses[2].id] }),
  ];
  const id = await publishedCurriculum(academy, {
    ...of,
    modules: [law, { moduleId: safety, requiredModuleIds: [law] }, { moduleId: speech, isElective: true }],
  });
  return { id, law, safety, speech, courses };
}

async function progressOf(person: Human, id: string, more: object = {}) {
  const answer = await client.as(person).send(OF_VIEWER, { id, ...more });
  expect(answer).toSucceed();
  return answer.data.viewer.curriculumProgress;
}

describe('a learner in a curriculum', () => {
  it('sees what is done, what remains, what waits, and what the hours come to', async () => {
    const { id, law, safety, speech, courses } = await program();
    const person = await world.person();
    const [enrollmentId] = [await complete(person, courses[0]), await complete(person, courses[2])];

    const progress = await progressOf(person, id);

    expect(progress).toMatchObject({
      curriculum: { id },
      version: { number: 1 },
      standing: 'IN_PROGRESS',
      recognizedFrom: null,
      hoursDone: 8,
      hoursAsked: 14,
      electiveHoursDone: 3,
      remainingModuleIds: [safety],
    });
    expect(progress.modules.map(({ state, module }: any) => [module.moduleId, state])).toEqual([
      [law, 'SATISFIED'],
      [safety, 'AVAILABLE'],
      [speech, 'SATISFIED'],
    ]);
    expect(progress.modules[0].satisfiedBy).toMatchObject({ courseId: courses[0].id, enrollmentId });
  });

  it('has not begun, and is told what to take first', async () => {
    const { id, law } = await program();
    const progress = await progressOf(await world.person(), id);
    expect(progress).toMatchObject({ standing: 'NOT_BEGUN', hoursDone: 0 });
    expect(progress.modules[1]).toMatchObject({ state: 'WAITING', waitsForModuleIds: [law], satisfiedBy: null });
  });

  it('is shown offerings of what remains, in the language, in the country or online, soonest first', async () => {
    const { id, courses } = await program();
    const venue = await world.venue(academy.id);
    const soon = await world.offering({ course: courses[0], language: 'uz' });
    const here = await world.offering({ course: courses[0], language: 'uz', mode: 'ON_SITE', venueId: venue.id });
    await world.offering({ course: courses[0], language: 'ru' });
    await world.offering({ course: courses[0], language: 'uz', status: 'CANCELLED' });
    await endedOffering({ course: courses[0], language: 'uz' });
    const person = await world.person();

    const inUzbekistan = await progressOf(person, id, { country: 'UZ' });
    expect(inUzbekistan.modules[0].nextOfferings).toEqual([{ id: soon.id }, { id: here.id }]);
    const inKazakhstan = await progressOf(person, id, { country: 'KZ' });
    expect(inKazakhstan.modules[0].nextOfferings).toEqual([{ id: soon.id }]);
  });

  it('follows the variant of the country of their organization, and the version that is pinned', async () => {
    const { id, courses } = await program();
    const variant = await newVariant(academy, id, 'UZ');
    await publish(academy, variant);
    const person = await world.person();
    await newMember(await newOrganization({ countryCode: 'UZ' }), person.personId);
    await complete(person, courses[0]);
    expect((await progressOf(person, id)).curriculum.id).toBe(variant);

    const rest = await newModule(academy, { hours: { lecture: 30 } });
    const changed = await send(
      academy.admin,
      'updateCurriculum',
      { curriculumId: id, modules: [{ moduleId: rest }] },
      'curriculum { id }',
    );
    expect(changed).toSucceed();
    await publish(academy, id);
    expect(await progressOf(person, id, { country: 'TM' })).toMatchObject({
      version: { number: 2 },
      hoursAsked: 30,
      hoursDone: 0,
    });
    expect(await progressOf(person, id, { country: 'TM', version: 1 })).toMatchObject({ hoursAsked: 14, hoursDone: 8 });
    expect(await progressOf(person, id, { country: 'TM', version: 9 })).toBeNull();
  });

  it('has a program recognized that was completed under the variant of another country', async () => {
    const { kazakh, uzbek, person } = await recognizable();

    expect(await progressOf(person, uzbek)).toMatchObject({
      standing: 'RECOGNIZED',
      recognizedFrom: 'KZ',
      remainingModuleIds: [],
      hoursDone: 8,
      recognitions: [{ fromCountryCode: 'KZ', verdict: 'RECOGNIZED', bridgeModuleIds: [] }],
    });
    expect(await progressOf(person, kazakh)).toMatchObject({ standing: 'COMPLETED', recognitions: [] });
  });

  it('has it judged by the law in force on the day it is where they belong', async () => {
    const { uzbek, person } = await recognizable({ roleCodes: ['EDU_HEAD'] });
    const zone = Temporal.Now.zonedDateTimeISO('UTC').hour < 11 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
    const [here, elsewhere] = [zone, 'UTC'].map((it) => Temporal.Now.plainDateISO(it).toString()) as [string, string];
    const later = here > elsewhere ? here : elsewhere;
    const home = await newOrganization();
    await (await workerDatabase()).query('UPDATE organization SET time_zone = $1 WHERE id = $2', [zone, home]);
    await newMember(home, person.personId);
    const hours = { kind: 'MIN_HOURS', value: 400, unit: 'ACADEMIC_HOURS', roleCodes: ['EDU_HEAD'] };
    await newAct('UZ', [hours], { inForceFrom: later });

    const { recognitions } = await progressOf(person, uzbek);

    const verdict = here === later ? 'NOT_RECOGNIZED' : 'RECOGNIZED';
    expect(recognitions).toEqual([{ fromCountryCode: 'KZ', verdict, bridgeModuleIds: [] }]);
  });
});

describe('the example document', () => {
  it('answers who is signed in', async () => {
    const { id } = await program();
    const document = await readFile('schema/operations/curriculum-progress.graphql', 'utf8');
    const answer = await client.as(await world.person()).send(document, { curriculumId: id });
    expect(answer).toSucceed();
    expect(answer.data.viewer.curriculumProgress.modules).toHaveLength(3);
  });
});

describe('the progress of somebody else', () => {
  it('is for officers who read the members of an organization of theirs, and is not there for others', async () => {
    const { id, courses } = await program();
    const organization = await newOrganization();
    const officer = await newHolder('ORGANIZATION_OFFICER', organization);
    const stranger = await newHolder('ORGANIZATION_OFFICER', await newOrganization());
    const person = await world.person();
    await newMember(organization, person.personId);
    await complete(person, courses[0]);
    const asked = { person: person.personId, id };

    const seen = await client.as(officer).send(OF_PERSON, asked);
    expect(seen.data.node.curriculumProgress).toEqual({ hoursDone: 8, standing: 'IN_PROGRESS' });
    for (const who of [stranger, academy.editor]) {
      const answer = await client.as(who).send(OF_PERSON, asked);
      expect(answer.data.node?.curriculumProgress ?? null).toBeNull();
    }
  });

  it('costs the same number of queries for twenty members as for one', async () => {
    const { id } = await program();
    const organizations = [await newOrganization(), await newOrganization()];
    const officer = await newHolder('ORGANIZATION_OFFICER', organizations[0] as string);
    const [one] = organizations;
    for (const person of await world.people(1)) await newMember(one as string, person.personId);
    const ask = (first: number) =>
      client.as(officer).send(
        `query ($org: ID!, $id: ID!, $first: Int!) { organization(id: $org) { members(first: $first) { edges { node {
          person { curriculumProgress(curriculumId: $id) { hoursDone modules { nextOfferings { id } } } } } } } } }`,
        { org: one, id, first },
      );
    const few = await ask(20);
    expect(few).toSucceed();
    for (const person of await world.people(19)) await newMember(one as string, person.personId);
    const many = await ask(20);
    expect(many.data.organization.members.edges).toHaveLength(20);
    expect(statementsOf(many)).toBe(statementsOf(few));
  });
});
