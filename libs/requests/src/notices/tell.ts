import type { EntityManager } from 'typeorm';
import { type NewNotice, NoticeKind, notify } from '#notices';
import type { Viewer } from '#platform';
import type { Move } from '../request/move.js';
import type { RequestStage } from '../request/request.enums.js';
import { listenersOn, signatures, type ToldRequest } from './listeners.queries.js';
import { type Side, tellingOf } from './telling.rules.js';

/** People who are told, each with the organization they are told as. */
type Listeners = Map<string, string>;

/**
 * Tells who is next, and who waits, of what was done to a request; in the transaction of the act, after all it writes.
 * `position`: of the event, so that it is told once.
 */
export async function tellMove(
  tx: EntityManager,
  request: ToldRequest & { stage: RequestStage },
  move: Move,
  position: number,
): Promise<void> {
  const { turn, asked, news, told } = tellingOf(move.act, request.stage);
  const askedPeople = await listeners(tx, request, asked, move);
  const toldPeople = await listeners(tx, request, told, move, askedPeople);
  const signer = move.organizationId ?? request.academyId ?? request.organizationId;
  const address = await addresses(tx, request, signer, [askedPeople, toldPeople]);
  const note = move.why ?? null;
  const into = move.intoNumber ?? null;
  const [asking, telling] = [NoticeKind.PROGRAM_REQUEST_TURN as const, NoticeKind.PROGRAM_REQUEST_NEWS as const];
  await notify(tx, [
    ...[...askedPeople].flatMap(([personId, as]): NewNotice[] => {
      const { values, locales } = address(as);
      const dedupeKey = `${request.id}:${position}:${asking}:${personId}`;
      return turn ? [{ kind: asking, personId, dedupeKey, locales, values: { ...values, turn, note } }] : [];
    }),
    ...[...toldPeople].flatMap(([personId, as]): NewNotice[] => {
      const { values, locales } = address(as);
      const dedupeKey = `${request.id}:${position}:${telling}:${personId}`;
      return news ? [{ kind: telling, personId, dedupeKey, locales, values: { ...values, news, note, into } }] : [];
    }),
  ]);
}

/** What is said across the talk, to the other side. */
export interface Reply {
  id: string;
  organizationId: string;
  viewer: Viewer;
  to: 'requester' | 'academy';
  text: string;
}

export async function tellReply(tx: EntityManager, request: ToldRequest, reply: Reply): Promise<void> {
  const people = await listeners(tx, request, [reply.to], reply);
  const address = await addresses(tx, request, reply.organizationId, [people]);
  const kind = NoticeKind.PROGRAM_REQUEST_REPLY as const;
  await notify(
    tx,
    [...people].map(([personId, as]) => {
      const { values, locales } = address(as);
      return { kind, personId, dedupeKey: `${reply.id}:${personId}`, locales, values: { ...values, note: reply.text } };
    }),
  );
}

/** Whoever did it knows of it, and nobody is told twice. */
async function listeners(
  tx: EntityManager,
  request: ToldRequest,
  sides: readonly Side[],
  { viewer, silentTo = null }: Pick<Move, 'viewer' | 'silentTo'>,
  others: Listeners = new Map(),
): Promise<Listeners> {
  const found: Listeners = new Map();
  for (const side of sides) {
    for (const [personId, as] of await listenersOn(tx, side, request, silentTo)) {
      if (personId !== viewer?.personId && !others.has(personId) && !found.has(personId)) found.set(personId, as);
    }
  }
  return found;
}

/** What every notice about the request says, in the language of the organization that is told, or the one of its text. */
async function addresses(tx: EntityManager, request: ToldRequest, signer: string, told: readonly Listeners[]) {
  const organizations = new Set([signer, ...told.flatMap((people) => [...people.values()])]);
  const known = await signatures(tx, [...organizations]);
  const { number, title } = request;
  const values = { number, title, provider: known.get(signer)?.provider ?? { texts: {} } };
  return (as: string) => ({ values, locales: [...new Set([known.get(as)?.locale ?? request.locale, request.locale])] });
}
