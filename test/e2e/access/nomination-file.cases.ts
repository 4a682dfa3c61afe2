import { client } from '../../support/client.js';
import { world } from '../../support/enrollment.world.js';
import { act, ownName } from '../../support/identity.world.js';
import { importList, put } from '../../support/import.world.js';
import { until } from '../../support/until.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';
import type { Reads } from './reads.cases.js';

async function placeOf({ branch, course }: Ground): Promise<{ offeringId: string; organizationId: string }> {
  return { offeringId: (await world.offering({ course })).id, organizationId: branch };
}

/** A file that names one member, as it was read. */
async function fileOf(ground: Ground): Promise<string> {
  const { familyName, givenName } = ownName();
  const list = `Surname,Name\n${familyName},${givenName}\n`;
  await importList(ground.officer, ground.branch, list);
  const answer = await act(ground.officer, 'openNominationFile', await placeOf(ground), OPENED);
  const { nominationFile, upload } = answer.data.openNominationFile;
  expect((await put(upload.path, list)).status).toBe(200);
  const isReady = async () => {
    const { data } = await client.as(ground.officer).send(STATUS, { id: nominationFile.id });
    return data.nominationFile.status === 'READY';
  };
  await until(isReady, 50);
  return nominationFile.id;
}

const OPENED = 'nominationFile { id } upload { path }';
const STATUS = 'query ($id: ID!) { nominationFile(id: $id) { status } }';

export const NOMINATION_FILES: Cases = {
  nominateFromFile: async (ground) => ({ nominationFileId: await fileOf(ground) }),
  openNominationFile: placeOf,
};

export const NOMINATION_FILE_READS: Reads = {
  nominationFile: async (ground) => ({ document: STATUS, variables: { id: await fileOf(ground) } }),
};
