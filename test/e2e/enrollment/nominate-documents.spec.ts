import { readFile } from 'node:fs/promises';
import { client } from '../../support/client.js';
import { world } from '../../support/enrollment.world.js';
import { memberOf, newTree, officerOf } from '../../support/nomination.world.js';

const documentOf = (name: string) => readFile(`schema/operations/${name}.graphql`, 'utf8');
const variablesOf = async (name: string) =>
  JSON.parse(await readFile(`schema/operations/${name}.variables.json`, 'utf8'));

it('seats are reserved, somebody is nominated and approved, by the documents that people start from', async () => {
  const tree = await newTree();
  const officer = await officerOf(tree.primary);
  const member = await memberOf(tree.primary);
  const offering = await world.offering({ capacity: 9, approvalLayers: ['PRIMARY_ORGANIZATION'] });
  const inputOf = async (name: string, given: object) => ({ input: { ...(await variablesOf(name)).input, ...given } });
  const place = { offeringId: offering.id, organizationId: tree.primary };

  const reserved = await client
    .as(offering.admin)
    .send(await documentOf('reserve-seats'), await inputOf('reserve-seats', place));
  expect(reserved).toSucceed();
  expect(reserved.data.reserveSeats.reservation.offering).toMatchObject({ seatsReserved: 5, seatsLeft: 4 });

  const { input } = await variablesOf('nominate');
  const lines = [{ ...input.lines[0], personId: member.personId }];
  const named = await client
    .as(officer)
    .send(await documentOf('nominate'), await inputOf('nominate', { ...place, lines }));
  expect(named).toSucceed();
  const [line] = named.data.nominate.nomination.lines;
  expect(line.enrollment).toMatchObject({ seat: 'REQUESTED', holdsSeat: true });

  const decided = await client
    .as(officer)
    .send(await documentOf('decide-approval'), await inputOf('decide-approval', { enrollmentId: line.enrollment.id }));
  expect(decided).toSucceed();
  expect(decided.data.decideApproval.enrollment).toMatchObject({ approval: 'APPROVED', seat: 'CONFIRMED' });
});
