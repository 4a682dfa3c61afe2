import { ownName } from '../../support/identity.world.js';
import { importList, sendList } from '../../support/import.world.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';
import type { Reads } from './reads.cases.js';

/** One row that may go in, and one that may not. */
function list(): string {
  const { familyName, givenName } = ownName();
  return `Surname,Name,E-mail\n${familyName},${givenName},\nA,B,wrong\n`;
}

async function listOf({ officer, branch }: Ground): Promise<{ importId: string }> {
  return { importId: (await sendList(officer, branch, list())).id };
}

const columns = [
  { number: 1, field: 'FAMILY_NAME' },
  { number: 2, field: 'GIVEN_NAME' },
];

export const IMPORTS: Cases = {
  chooseImportColumns: async (ground) => ({ ...(await listOf(ground)), columns }),
  exportFailedRows: async (ground) => ({ ...(await listOf(ground)), format: 'CSV' }),
  importMembers: async (ground) => listOf(ground),
  openMemberImport: async ({ branch }) => ({ organizationId: branch }),
  undoMemberImport: async ({ officer, branch }) => ({ importId: (await importList(officer, branch, list())).id }),
};

export const IMPORT_READS: Reads = {
  memberImport: async (ground) => ({
    document: 'query ($id: ID!) { memberImport(id: $id) { id } }',
    variables: { id: (await listOf(ground)).importId },
  }),
};
