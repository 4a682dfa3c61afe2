import type { EntityManager } from 'typeorm';
import { refuse } from '#platform';
import { writeDemand } from '../demand/open-demand.js';
import { tellMove } from '../notices/tell.js';
import type { Move } from './move.js';
import { ProgramRequest } from './program-request.entity.js';
import { RequestAct, RequestStage } from './request.enums.js';
import { ProgramRequestNotFound, RequestStageDoesNotAllow } from './request.reasons.js';
import { type Party, stageAfter } from './request.rules.js';

/** First lock of every change to a request. Refuses when it is not there. */
export async function lockRequest(tx: EntityManager, id: string): Promise<ProgramRequest> {
  const request = await tx.findOne(ProgramRequest, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!request) refuse(new ProgramRequestNotFound());
  return request;
}

/** Refuses with RequestStageDoesNotAllow. */
export function assertAllowed({ stage, mergedIntoId }: ProgramRequest, act: RequestAct, party: Party): RequestStage {
  return stageAfter(act, party, stage) ?? refuse(new RequestStageDoesNotAllow(stage, act, mergedIntoId));
}

/**
 * Moves a locked request on and writes what was done into its history.
 * When the stage or the turn is new, whoever is next is waited for from now on. Refuses with RequestStageDoesNotAllow.
 */
export async function advance(
  tx: EntityManager,
  request: ProgramRequest,
  move: Move,
  changes: Partial<ProgramRequest> = {},
): Promise<ProgramRequest> {
  const from = request.stage;
  const stage = assertAllowed(request, move.act, move.party);
  const isNewTurn = stage !== from || TURN_BEGINS_ANEW.has(move.act);
  const turn = isNewTurn ? { turnSince: await momentOf(tx) } : {};
  Object.assign(request, changes, { stage }, turn);
  await tx.update(ProgramRequest, { id: request.id }, { ...changes, stage, ...turn });
  await recordEvent(tx, request, move, from);
  return request;
}

/** A revised proposal is read anew, though the stage is the same. */
const TURN_BEGINS_ANEW: ReadonlySet<RequestAct> = new Set([RequestAct.PROPOSE]);

/**
 * `from` is null for the first event of a request. Its place is counted under the request’s lock.
 * Demand is written with it, and those concerned are told: nothing that matters goes without an event.
 */
export async function recordEvent(
  tx: EntityManager,
  request: ProgramRequest,
  move: Move,
  from: RequestStage | null,
): Promise<void> {
  const { act, viewer, organizationId, why } = move;
  const [row]: { position: number }[] = await tx.query(
    `INSERT INTO program_request_event (request_id, position, at, act, from_stage, to_stage, organization_id, person_id, why)
     SELECT $1, coalesce(max(position), 0) + 1, clock_timestamp(), $2, $3, $4, $5, $6, $7
     FROM program_request_event WHERE request_id = $1 RETURNING position`,
    [request.id, act, from, request.stage, viewer && organizationId, viewer?.personId ?? null, why ?? null],
  );
  await writeDemand(tx, request.id);
  if (row) await tellMove(tx, request, move, row.position);
}

/** The database’s clock at this moment, not at the start of the transaction: a lock may have been waited for. */
export async function momentOf(tx: EntityManager): Promise<Date> {
  const [row] = await tx.query('SELECT clock_timestamp() AS now');
  return row.now;
}
