import { publishedCurriculum } from '../../support/curriculum.world.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import * as requests from '../../support/requests.world.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';

const unionOf = ({ branch, officer }: Ground) => ({ id: branch, officer });
const taken = (ground: Ground) => requests.taken(unionOf(ground), ground.academy);
const proposed = (ground: Ground) => requests.proposed(unionOf(ground), ground.academy);
export const submitted = (ground: Ground) => requests.submitted(unionOf(ground), { addressedToId: ground.academy.id });

async function delivered(ground: Ground): Promise<string> {
  const { id } = await proposed(ground);
  const database = await workerDatabase();
  await database.query(`UPDATE program_request SET stage = 'DELIVERED' WHERE id = $1`, [id]);
  return id;
}

async function accepted(ground: Ground): Promise<string> {
  const { id } = await taken(ground);
  const program = requests.program(id, { courses: [{ courseId: ground.course.id }] });
  await requests.done(ground.academy.admin, 'proposeProgram', program);
  await requests.done(ground.officer, 'acceptProposal', { programRequestId: id, version: 1 });
  return id;
}

async function draft({ officer, branch }: Ground): Promise<string> {
  const need = requests.need();
  return (await requests.done(officer, 'draftProgramRequest', { organizationId: branch, need })).id;
}

async function ofOthers({ academy }: Ground): Promise<string> {
  return (await requests.submitted(await requests.newUnion(), { addressedToId: academy.id })).id;
}

async function supported(ground: Ground): Promise<string> {
  const id = await ofOthers(ground);
  expect(await requests.support(unionOf(ground), { id }, 4)).toSucceed();
  return id;
}

const people = [{ countryCode: 'KZ', people: 3 }];

export const REQUESTS: Cases = {
  acceptProposal: async (ground) => ({ programRequestId: (await proposed(ground)).id, version: 1 }),
  addRequestNote: async (ground) => said(ground),
  draftProgramRequest: async ({ branch }) => ({ organizationId: branch, need: requests.need() }),
  evaluateProgramRequest: async (ground) => ({
    programRequestId: await delivered(ground),
    organizationId: ground.branch,
    outcomes: ['REACHED', 'PARTLY'],
    rating: 4,
  }),
  proposeProgram: async (ground) => requests.program((await taken(ground)).id),
  replyToProgramRequest: async (ground) => said(ground),
  returnProposal: async (ground) => ({
    programRequestId: (await proposed(ground)).id,
    version: 1,
    comment: 'Слишком дорого',
  }),
  reviseProgramRequest: async (ground) => ({ programRequestId: await draft(ground), need: requests.need() }),
  scheduleProgramRequest: async (ground) => ({
    programRequestId: await accepted(ground),
    offeringIds: [(await world.offering({ course: ground.course })).id],
  }),
  startCurriculum: async (ground) => ({
    programRequestId: await accepted(ground),
    templateId: await publishedCurriculum(ground.academy),
  }),
  submitProgramRequest: async ({ branch }) => ({ organizationId: branch, need: requests.need() }),
  supportProgramRequest: async (ground) => ({
    programRequestId: await ofOthers(ground),
    organizationId: ground.branch,
    people,
  }),
  triageProgramRequest: async (ground) => ({ programRequestId: (await submitted(ground)).id, decision: 'TAKE' }),
  withdrawProgramRequest: async (ground) => ({ programRequestId: (await submitted(ground)).id }),
  withdrawSupport: async (ground) => ({
    programRequestId: await supported(ground),
    organizationId: ground.branch,
  }),
};

async function said(ground: Ground): Promise<object> {
  return { programRequestId: (await taken(ground)).id, organizationId: ground.branch, locale: 'ru', text: 'Слово' };
}
