import { world } from '../../support/enrollment.world.js';
import { act, ownName } from '../../support/identity.world.js';
import { importList, put, sendList, settledFile } from '../../support/import.world.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';

function listOfOne(): string {
  const { familyName, givenName } = ownName();
  return `Surname,Name\n${familyName},${givenName}\n`;
}

/** A list that was sent and read. */
export async function readList({ officer, branch }: Ground): Promise<string> {
  return (await sendList(officer, branch, listOfOne())).id;
}

/** A file that names a member of the branch for an offering, sent and read. */
export async function nominationFileOf({ officer, branch, course }: Ground): Promise<string> {
  const list = listOfOne();
  await importList(officer, branch, list);
  const { id: offeringId } = await world.offering({ course });
  const place = { offeringId, organizationId: branch };
  const { data } = await act(officer, 'openNominationFile', place, 'nominationFile { id } upload { path }');
  const { nominationFile, upload } = data.openNominationFile;
  await put(upload.path, list);
  await settledFile(officer, nominationFile.id);
  return nominationFile.id;
}

/** Lists of people that are sent as files. */
export const LISTS: Cases = {
  chooseImportColumns: async (ground) => ({ importId: await readList(ground), columns: [] }),
  exportFailedRows: async (ground) => ({ importId: await readList(ground), format: 'CSV' }),
  importMembers: async (ground) => ({ importId: await readList(ground) }),
  nominateFromFile: async (ground) => ({ nominationFileId: await nominationFileOf(ground) }),
  openMemberImport: async ({ branch }) => ({ organizationId: branch }),
  openNominationFile: async ({ branch, course }) => ({
    offeringId: (await world.offering({ course })).id,
    organizationId: branch,
  }),
  undoMemberImport: async ({ officer, branch }) => ({ importId: (await importList(officer, branch, listOfOne())).id }),
};
