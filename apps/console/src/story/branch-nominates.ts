import { randomUUID } from 'node:crypto';
import { organizationId } from '../../../demo/src/index.js';
import {
  ADD_MEMBER,
  APPROVALS_TO_DECIDE,
  type BranchAnswers,
  DECIDE_APPROVAL,
  type NamedPerson,
  NOMINATE,
  SUBSTITUTE,
} from './branch.documents.js';
import { BRANCH, type Cast } from './cast.js';
import { type Player, StoryBroken } from './player.js';

const ASSESSMENT = { motivation: 5, relevance: 4, preparedness: 4, employerAgrees: true };

/** A branch names people with two bad rows among them, two layers approve, and one nominee is replaced. */
export async function branchNominates(cast: Cast, offeringId: string): Promise<void> {
  const { branch, union, federation, say } = cast;
  const people: NamedPerson[] = [];
  for (const givenName of ['Daniyar', 'Saule', 'Bolat']) people.push(await addMember(branch, givenName));
  say(`${branch.name} writes ${people.map(({ fullName }) => fullName).join(', ')} into its members.`);

  const [first, second, substitute] = people as [NamedPerson, NamedPerson, NamedPerson];
  const named = await nominate(cast, offeringId, [first.id, randomUUID(), second.id, first.id]);
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

async function addMember(branch: Player, givenName: string): Promise<NamedPerson> {
  // A name of its own at each run: equal names would be asked about as possible duplicates.
  const familyName = `Demo${randomUUID().replaceAll(/[^a-f]/g, '')}${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const input = { organizationId: organizationId(BRANCH), familyName, givenName };
  return (await branch.ask<BranchAnswers>(ADD_MEMBER, { input })).addMember.membership.person;
}

async function nominate({ branch, say }: Cast, offeringId: string, personIds: string[]) {
  const lines = personIds.map((personId) => ({ personId }));
  const input = { offeringId, organizationId: organizationId(BRANCH), lines };
  const { nomination } = (await branch.ask<BranchAnswers>(NOMINATE, { input })).nominate;
  for (const { position, enrollment, errors } of nomination.lines) {
    const outcome = enrollment
      ? `${enrollment.person.fullName}, approval ${enrollment.approval}`
      : `refused: ${errors.map(({ message }) => message).join(' ')}`;
    say(`${branch.name} names people, line ${position}: ${outcome}.`);
  }
  const named = nomination.lines.flatMap(({ enrollment }) => (enrollment ? [enrollment] : []));
  if (named.length !== 2) throw new StoryBroken(`Two good lines were sent, but ${named.length} were taken.`);
  return named;
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
