import type { EntityManager } from 'typeorm';
import { nearestOfficers, type Permission } from '#identity';
import type { Texts } from '#notices';
import type { ProgramRequest } from '../request/program-request.entity.js';
import type { Side } from './telling.rules.js';

/** What concerns a request when somebody is told of it. */
export type ToldRequest = Pick<
  ProgramRequest,
  'id' | 'number' | 'title' | 'locale' | 'organizationId' | 'academyId' | 'addressedToId' | 'submittedAt'
>;

const MAY: Record<Side, Permission> = {
  requester: 'request.submit',
  supporter: 'request.support',
  academy: 'request.answer',
};

/** People who act for one side, each with the organization they are told as. `silentTo`: an organization left out. */
export async function listenersOn(
  tx: EntityManager,
  side: Side,
  request: ToldRequest,
  silentTo: string | null,
): Promise<Map<string, string>> {
  const organizations = (await organizationsOn(tx, side, request)).filter((id) => id !== silentTo);
  const officers = await nearestOfficers(tx, organizations, MAY[side]);
  return new Map([...officers].flatMap(([id, people]) => people.map((personId): [string, string] => [personId, id])));
}

async function organizationsOn(tx: EntityManager, side: Side, request: ToldRequest): Promise<string[]> {
  if (side === 'requester') return [request.organizationId];
  if (side === 'supporter') return supportersOf(tx, request.id);
  if (!request.submittedAt) return [];
  const academyId = request.academyId ?? request.addressedToId;
  return academyId ? [academyId] : academies(tx);
}

async function supportersOf(tx: EntityManager, requestId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT organization_id AS id FROM program_request_asker
     WHERE request_id = $1 AND NOT is_requester AND withdrawn_at IS NULL`,
    [requestId],
  );
  return rows.map(({ id }) => id);
}

/** What is addressed to none waits for whichever takes it. */
async function academies(tx: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM organization WHERE kind = 'ACADEMY' AND closed_at IS NULL`,
  );
  return rows.map(({ id }) => id);
}

/** Names and first language of organizations, by id. */
export async function signatures(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { provider: Texts; locale: string }>> {
  const rows: { id: string; names: Record<string, string>; locale: string }[] = await tx.query(
    `SELECT id, default_locale AS locale, (SELECT jsonb_object_agg(locale, name) FROM organization_name
       WHERE organization_id = organization.id) AS names
     FROM organization WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, names, locale }) => [id, { provider: { texts: names }, locale }]));
}
