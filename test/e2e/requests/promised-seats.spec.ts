import { sendCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { acts } from '../../support/enrollment.acts.js';
import { world } from '../../support/enrollment.world.js';
import {
  type Answerer,
  done,
  newAnswerer,
  newUnion,
  program,
  seenBy,
  support,
  taken,
  type Union,
} from '../../support/requests.world.js';
import { expectSound, seatBookOf } from '../../support/seat-book.js';

interface Promised {
  union: Union;
  joined: Union;
  academy: Answerer;
  id: string;
  courseId: string;
}

/** Twenty people of one union and five of another are promised a seat each. */
async function promised(): Promise<Promised> {
  const [union, joined, academy] = [await newUnion(), await newUnion(), await newAnswerer()];
  const { id } = await taken(union, academy);
  expect(await support(joined, { id }, 5)).toSucceed();
  await done(academy.admin, 'proposeProgram', program(id, { seats: 25 }));
  await done(union.officer, 'acceptProposal', { programRequestId: id, version: 1 });
  const courseId = (await seenBy(academy.admin, { id })).proposal.courses[0].course.id;
  expect(await sendCourse(academy.admin, 'updateCourse', { courseId, languages: ['ru'] })).toSucceed();
  expect(await sendCourse(academy.admin, 'publishCourse', { courseId })).toSucceed();
  return { union, joined, academy, id, courseId };
}

const offeringOf = ({ courseId: id, academy }: Promised, capacity: number) =>
  world.offering({ course: { id, academy } as never, capacity });

const schedule = ({ academy, id }: Promised, ...offerings: { id: string }[]) =>
  done(academy.admin, 'scheduleProgramRequest', {
    programRequestId: id,
    offeringIds: offerings.map((offering) => offering.id),
  });

const bookOf = async ({ id }: { id: string }) => seatBookOf(await workerDatabase(), id);

/** Seats kept in an offering, by holder. */
async function keptIn({ academy }: Promised, offering: { id: string }): Promise<Record<string, number>> {
  const answer = await client
    .as(academy.admin)
    .send(
      `query ($id: ID!) { offering(id: $id) { seatReservations { edges { node { seats holder { id } } } } } }`,
      offering,
    );
  const nodes = answer.data.offering.seatReservations.edges.map(({ node }: any) => [node.holder.id, node.seats]);
  return Object.fromEntries(nodes);
}

describe('seats that were promised', () => {
  it('are kept for everybody who asked as soon as there is an offering, and named from then on', async () => {
    const request = await promised();
    const offering = await offeringOf(request, 30);

    await schedule(request, offering);
    await schedule(request, offering);

    expect(await keptIn(request, offering)).toEqual({ [request.union.id]: 20, [request.joined.id]: 5 });
    expectSound(await bookOf(offering));
  });

  it('are kept as far as seats are free, the requester first, and the rest in the next offering of the course', async () => {
    const request = await promised();
    const [small, next] = [await offeringOf(request, 22), await offeringOf(request, 30)];
    expect(await acts.enroll(await world.person(), small.id)).toSucceed();

    await schedule(request, small);
    expect(await keptIn(request, small)).toEqual({ [request.union.id]: 20, [request.joined.id]: 1 });

    await schedule(request, next);
    expect(await keptIn(request, next)).toEqual({ [request.joined.id]: 4 });
    for (const each of [small, next]) expectSound(await bookOf(each));
  });

  it('are owed again when the offering that kept them is cancelled', async () => {
    const request = await promised();
    const [first, second] = [await offeringOf(request, 30), await offeringOf(request, 30)];
    await schedule(request, first);
    expect(await acts.cancelOffering(request.academy.admin, first.id)).toSucceed();

    await schedule(request, second);

    expect(await keptIn(request, second)).toEqual({ [request.union.id]: 20, [request.joined.id]: 5 });
  });

  it('are not kept twice by two colleagues who schedule the same offering at once', async () => {
    const request = await promised();
    const offering = await offeringOf(request, 60);

    await Promise.all([schedule(request, offering), schedule(request, offering)]);

    expect(await keptIn(request, offering)).toEqual({ [request.union.id]: 20, [request.joined.id]: 5 });
  });
});
