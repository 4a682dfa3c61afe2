import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD, federationAdmin, organizationId } from '../../../demo/src/index.js';
import { GRANT_ROLE } from './branch.documents.js';
import { Player } from './player.js';

export const BRANCH = 'kz-power-east';
export const UNION = 'kz-power-engineers';

/** What an organization needs of somebody who asks for programs, names people and decides on them. */
const OFFICE = ['ORGANIZATION_OFFICER', 'ENROLLMENT_OFFICER'];

export interface Cast {
  academy: Player;
  federation: Player;
  branch: Player;
  union: Player;
  say: (line: string) => void;
}

/** The federation gives two newcomers their offices: one in a branch, one in its sectoral union. */
export async function castOf(url: string, academy: Player, say: Cast['say']): Promise<Cast> {
  const federation = new Player(url, 'The federation', 'ru');
  await federation.signIn(federationAdmin.email, DEMO_PASSWORD);
  say(`The federation signs in as ${federationAdmin.email}.`);
  const branch = await officer(url, federation, { name: 'The branch', organization: BRANCH }, say);
  const union = await officer(url, federation, { name: 'The sectoral union', organization: UNION }, say);
  return { academy, federation, branch, union, say };
}

async function officer(
  url: string,
  federation: Player,
  { name, organization }: { name: string; organization: string },
  say: Cast['say'],
): Promise<Player> {
  const player = new Player(url, name, 'ru');
  const email = `${organization}-${randomUUID()}@odaq.example`;
  await player.signUp({ email, password: DEMO_PASSWORD, familyName: 'Demo', givenName: `${name} officer` });
  for (const role of OFFICE) {
    await federation.ask(GRANT_ROLE, { input: { email, organizationId: organizationId(organization), role } });
  }
  say(`${name} has an officer: ${email}.`);
  return player;
}
