import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BatchLoader, grouped, Keyset, NestedList, ofAnyLength, type RequestContext, readRows } from '#platform';
import type { Proposal, ProposedCourse } from './proposal.type.js';

const COLUMNS = `listed.id, listed.version, listed.status, listed.academic_hours::float8 AS "academicHours",
  listed.starts_on::text AS "startsOn", listed.ends_on::text AS "endsOn", listed.seats, listed.comment,
  CASE WHEN listed.price_amount IS NOT NULL THEN jsonb_build_object(
    'amount', round(listed.price_amount, greatest(2, scale(trim_scale(listed.price_amount))))::text,
    'currency', listed.price_currency) END AS price,
  listed.created_at AS "createdAt"`;

/** Proposals as lists of requests need them. */
@Injectable()
export class ProposalLists {
  /** All versions, the first first. */
  readonly versions: NestedList<Proposal>;

  constructor(private readonly database: DataSource) {
    this.versions = new NestedList(database, {
      alias: 'listed',
      row: COLUMNS,
      from: () => 'program_request_proposal listed WHERE listed.request_id = parent.id',
      order: new Keyset([{ column: 'listed.id', type: 'uuid' }]),
    });
  }

  /** The newest version of a request; null: nothing was proposed yet. */
  readonly newest = new BatchLoader<string, Proposal | null>(
    async (requestIds) => {
      const rows: (Proposal & { requestId: string })[] = await readRows(
        this.database,
        `SELECT DISTINCT ON (listed.request_id) listed.request_id AS "requestId", ${COLUMNS}
         FROM program_request_proposal listed WHERE listed.request_id = ANY(${ofAnyLength('$1')})
         ORDER BY listed.request_id, listed.version DESC`,
        [requestIds],
      );
      return new Map(rows.map((row) => [row.requestId, row]));
    },
    () => null,
  );

  readonly courses = new BatchLoader<string, ProposedCourse[]>(
    async (proposalIds) => grouped(await coursesOf(this.database.manager, proposalIds), ({ proposalId }) => proposalId),
    () => [],
  );

  forget(asked: RequestContext): void {
    this.versions.pages.of(asked).clearAll();
    this.newest.of(asked).clearAll();
    this.courses.of(asked).clearAll();
  }
}

export function coursesOf(tx: EntityManager, proposalIds: readonly string[]): Promise<ProposedCourse[]> {
  return tx.query(
    `SELECT proposal_id AS "proposalId", position, course_id AS "courseId", title, kind,
       academic_hours::float8 AS "academicHours"
     FROM program_request_proposal_course WHERE proposal_id = ANY(${ofAnyLength('$1')}) ORDER BY proposal_id, position`,
    [proposalIds],
  );
}

/** The proposal that waits for an answer. */
export interface OpenProposal {
  id: string;
  version: number;
  seats: number;
}

/** Read under the request’s lock. Null: none waits. */
export async function openProposalOf(tx: EntityManager, requestId: string): Promise<OpenProposal | null> {
  const [row]: OpenProposal[] = await tx.query(
    `SELECT id, version, seats FROM program_request_proposal WHERE request_id = $1 AND status = 'OPEN'`,
    [requestId],
  );
  return row ?? null;
}
