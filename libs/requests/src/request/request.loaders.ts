import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Offering } from '#enrollment';
import { BatchLoader, grouped, ofAnyLength, type RequestContext, readEntities, readRows } from '#platform';
import { ProposalLists } from '../answering/proposal.queries.js';
import type { PeopleAt } from './people.js';
import { ProgramRequest } from './program-request.entity.js';
import { RequestLists } from './request.lists.js';
import { ProgramRequests } from './requests.queries.js';
import { NO_SIDE, type Sides } from './sides.js';

export interface Totals {
  /** People of the organization that asks. */
  wanted: number;
  /** People of those who joined. */
  supported: number;
  /** Seats promised to the organization that asks; null: nothing is accepted yet. */
  promisedSeats: number | null;
}

/** What lists of requests need, each in one query per request. */
@Injectable()
export class RequestLoaders {
  constructor(
    private readonly database: DataSource,
    private readonly requests: ProgramRequests,
    private readonly lists: RequestLists,
    private readonly proposals: ProposalLists,
  ) {}

  /** Null: there is none, or not for this viewer. */
  readonly byId = new BatchLoader<string, ProgramRequest | null>(
    async (ids, { viewer }) => new Map((await this.requests.visible(viewer, ids)).map((row) => [row.id, row])),
    () => null,
  );

  readonly sides = new BatchLoader<string, Sides>(
    (ids, { viewer }) => this.requests.sides(viewer, ids),
    () => NO_SIDE,
  );

  readonly totals = new BatchLoader<string, Totals>(
    async (ids) => {
      const rows: (Totals & { id: string })[] = await readRows(
        this.database,
        `SELECT asker.request_id AS id,
           coalesce(sum(place.people) FILTER (WHERE asker.is_requester), 0)::int AS wanted,
           coalesce(sum(place.people) FILTER (WHERE NOT asker.is_requester), 0)::int AS supported,
           max(asker.promised_seats) FILTER (WHERE asker.is_requester) AS "promisedSeats"
         FROM program_request_asker asker LEFT JOIN program_request_people place ON place.asker_id = asker.id
         WHERE asker.request_id = ANY(${ofAnyLength('$1')}) GROUP BY asker.request_id`,
        [ids],
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    () => ({ wanted: 0, supported: 0, promisedSeats: null }),
  );

  /** People the requester asks for, by request. */
  readonly peopleOfRequest = new BatchLoader<string, PeopleAt[]>(
    (ids) => this.people('asker.request_id', 'asker.is_requester', ids),
    () => [],
  );

  /** People of one who asks, by the asker’s id. */
  readonly peopleOfAsker = new BatchLoader<string, PeopleAt[]>(
    (ids) => this.people('asker.id', 'true', ids),
    () => [],
  );

  readonly offerings = new BatchLoader<string, Offering[]>(
    async (ids) => {
      const ties: { requestId: string; offeringId: string }[] = await readRows(
        this.database,
        `SELECT request_id AS "requestId", offering_id AS "offeringId" FROM program_request_offering
         WHERE request_id = ANY(${ofAnyLength('$1')})`,
        [ids],
      );
      const offerings = await readEntities(
        this.database,
        Offering,
        `id = ANY(${ofAnyLength('$1')}) ORDER BY starts_at, id`,
        [ties.map(({ offeringId }) => offeringId)],
      );
      const requestOf = grouped(ties, ({ offeringId }) => offeringId);
      const tied = offerings.flatMap((offering) =>
        (requestOf.get(offering.id) ?? []).map(({ requestId }) => ({ requestId, offering })),
      );
      const groups = grouped(tied, ({ requestId }) => requestId);
      return new Map([...groups].map(([id, group]) => [id, group.map(({ offering }) => offering)]));
    },
    () => [],
  );

  /** What this request read is out of date: something has just been changed. */
  forget(asked: RequestContext): void {
    for (const loader of [this.byId, this.sides, this.totals, this.peopleOfRequest, this.peopleOfAsker]) {
      loader.of(asked).clearAll();
    }
    this.offerings.of(asked).clearAll();
    this.lists.forget(asked);
    this.proposals.forget(asked);
  }

  private async people(column: string, where: string, ids: readonly string[]): Promise<Map<string, PeopleAt[]>> {
    const rows: (PeopleAt & { owner: string })[] = await readRows(
      this.database,
      `SELECT ${column} AS owner, place.country_code AS "countryCode", place.subdivision_code AS "subdivisionCode",
         place.people
       FROM program_request_asker asker JOIN program_request_people place ON place.asker_id = asker.id
       WHERE ${column} = ANY(${ofAnyLength('$1')}) AND ${where} ORDER BY 1, 2, 3 NULLS FIRST`,
      [ids],
    );
    return grouped(rows, ({ owner }) => owner);
  }
}
