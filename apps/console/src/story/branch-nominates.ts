import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { organizationId } from '../../../demo/src/index.js';
import {
  ADD_MEMBER,
  APPROVALS_TO_DECIDE,
  type BranchAnswers,
  DECIDE_APPROVAL,
  type NamedPerson,
  NOMINATE_FROM_FILE,
  NOMINATION_FILE,
  OPEN_NOMINATION_FILE,
  SUBSTITUTE,
} from './branch.documents.js';
import { BRANCH, type Cast } from './cast.js';
import { type Player, StoryBroken } from './player.js';

const LOOKS = 600;
const ASSESSMENT = { motivation: 5, relevance: 4, preparedness: 4, employerAgrees: true };

interface Name {
  familyName: string;
  givenName: string;
}

type Named = NamedPerson & Name;

/** A branch names people from a spreadsheet with two bad rows, two layers approve, and one nominee is replaced. */
export async function branchNominates(cast: Cast, offeringId: string): Promise<void> {
  const { branch, union, federation, say } = cast;
  const people: Named[] = [];
  for (const givenName of ['Daniyar', 'Saule', 'Bolat']) people.push(await addMember(branch, nameOf(givenName)));
  say(`${branch.name} writes ${people.map(({ fullName }) => fullName).join(', ')} into its members.`);

  const [first, second, substitute] = people as [Named, Named, Named];
  // Nobody knows the second, and the fourth stands there twice.
  const named = await nominate(cast, offeringId, [first, nameOf('Murat'), second, first]);
  await approveAll(union, offeringId, say);
  await approveAll(federation, offeringId, say);

  const replaced = named.find(({ person }) => person.fullName === second.fullName);
  const { substituteEnrollee } = await branch.ask<BranchAnswers>(SUBSTITUTE, {
    input: { enrollmentId: replaced?.id, personId: substitute.id },
  });
  const { enrollment } = substituteEnrollee;
  say(
    `${branch.name} sends ${enrollment.person.fullName} in the stead of ${second.fullName}: the seat is kept, the approval is ${enrollment.approval}.`,
  );
  await approveAll(union, offeringId, say);
  const seat = await approveAll(federation, offeringId, say);
  if (seat !== 'CONFIRMED') throw new StoryBroken(`${substitute.fullName} was approved, but is ${seat}.`);
}

/** A name of its own at each run: equal names would be asked about as possible duplicates. */
function nameOf(givenName: string): Name {
  const familyName = `Demo${randomUUID().replaceAll(/[^a-f]/g, '')}${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  return { familyName, givenName };
}

async function addMember(branch: Player, name: Name): Promise<Named> {
  const input = { organizationId: organizationId(BRANCH), ...name };
  const { person } = (await branch.ask<BranchAnswers>(ADD_MEMBER, { input })).addMember.membership;
  return { ...person, ...name };
}

async function nominate({ branch, say }: Cast, offeringId: string, people: readonly Name[]) {
  const place = { offeringId, organizationId: organizationId(BRANCH) };
  const { openNominationFile } = await branch.ask<BranchAnswers>(OPEN_NOMINATION_FILE, { input: place });
  const { nominationFile, upload } = openNominationFile;
  const rows = people.map(({ familyName, givenName }) => `${familyName};${givenName}`);
  await branch.sendFile(upload.path, ['Фамилия;Имя', ...rows].join('\r\n'));
  await fileRead(branch, nominationFile.id);
  say(`${branch.name} sends a spreadsheet with ${people.length} rows.`);

  const input = { nominationFileId: nominationFile.id };
  const answer = (await branch.ask<BranchAnswers>(NOMINATE_FROM_FILE, { input })).nominateFromFile;
  const lines = answer.nominationFile.rows.edges.map(({ node }) => node);
  for (const { number, problems, line } of lines) {
    const refusals = [...problems, ...(line?.errors ?? [])].map(({ message }) => message);
    const outcome = line?.enrollment
      ? `${line.enrollment.person.fullName}, approval ${line.enrollment.approval}`
      : `refused: ${refusals.join(' ')}`;
    say(`${branch.name} names people, row ${number}: ${outcome}.`);
  }
  const named = lines.flatMap(({ line }) => line?.enrollment ?? []);
  if (named.length !== 2) throw new StoryBroken(`Two good rows were sent, but ${named.length} were taken.`);
  return named;
}

/** A file is read by a job, a moment after it was sent. */
async function fileRead(branch: Player, id: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { nominationFile } = await branch.ask<BranchAnswers>(NOMINATION_FILE, { id });
    if (nominationFile.status === 'READY') return;
    if (nominationFile.status === 'FAILED') throw new StoryBroken('The spreadsheet could not be read.');
    await pause(100);
  }
  throw new StoryBroken('The spreadsheet was not read within a minute.');
}

/** Approves everybody of the offering who waits for this layer; answers with the seat of the last. */
async function approveAll(player: Player, offeringId: string, say: Cast['say']): Promise<string> {
  const { viewer } = await player.ask<BranchAnswers>(APPROVALS_TO_DECIDE);
  const waiting = viewer.approvalsToDecide.edges
    .map(({ node }) => node)
    .filter(({ offering }) => offering.id === offeringId);
  if (waiting.length === 0) throw new StoryBroken(`${player.name} finds nobody to decide on.`);
  let seat = '';
  for (const { id, person } of waiting) {
    const input = { enrollmentId: id, decision: 'APPROVE', assessment: ASSESSMENT };
    const { enrollment } = (await player.ask<BranchAnswers>(DECIDE_APPROVAL, { input })).decideApproval;
    say(`${player.name} approves ${person.fullName}: approval ${enrollment.approval}, seat ${enrollment.seat}.`);
    seat = enrollment.seat;
  }
  return seat;
}
