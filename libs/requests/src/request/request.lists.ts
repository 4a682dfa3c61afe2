import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keyset, NestedList, type PageUnder, type RequestContext } from '#platform';
import type {
  ProgramEvaluation,
  ProgramRequestEvent,
  ProgramRequestMessage,
  ProgramRequestSupport,
} from './request.type.js';

const MESSAGE = `listed.id, listed.organization_id AS "organizationId", listed.person_id AS "personId", listed.text,
  listed.locale, listed.created_at AS "createdAt"`;

const OLDEST_FIRST = new Keyset([{ column: 'listed.id', type: 'uuid' }]);

export interface NotesUnder extends PageUnder {
  /** Whose notes: those of the side that asks, of the academy, or both. */
  sides: readonly string[];
}

/** The lists that hang on a request, page by page. */
@Injectable()
export class RequestLists {
  readonly supports: NestedList<ProgramRequestSupport>;
  readonly events: NestedList<ProgramRequestEvent>;
  readonly notes: NestedList<ProgramRequestMessage, NotesUnder>;
  readonly replies: NestedList<ProgramRequestMessage>;
  readonly evaluations: NestedList<ProgramEvaluation>;

  constructor(database: DataSource) {
    this.supports = new NestedList(database, {
      alias: 'listed',
      row: `listed.id, listed.organization_id AS "organizationId", listed.promised_seats AS "promisedSeats",
        listed.created_at AS "createdAt"`,
      from: () => `program_request_asker listed
        WHERE listed.request_id = parent.id AND NOT listed.is_requester AND listed.withdrawn_at IS NULL`,
      order: OLDEST_FIRST,
    });
    this.events = new NestedList(database, {
      alias: 'listed',
      row: `listed.position, listed.at AS "doneAt", listed.act, listed.from_stage AS "fromStage", listed.to_stage AS "toStage",
        listed.organization_id AS "organizationId", listed.person_id AS "personId", listed.why`,
      from: () => 'program_request_event listed WHERE listed.request_id = parent.id',
      order: new Keyset([{ column: 'listed.position', type: 'int' }]),
    });
    this.notes = new NestedList(database, {
      alias: 'listed',
      row: MESSAGE,
      from: ({ sides }, binds) => `program_request_message listed
        WHERE listed.request_id = parent.id AND listed.note_of::text = ANY(${binds.of(sides)}::text[])`,
      order: OLDEST_FIRST,
    });
    this.replies = new NestedList(database, {
      alias: 'listed',
      row: MESSAGE,
      from: () => 'program_request_message listed WHERE listed.request_id = parent.id AND listed.note_of IS NULL',
      order: OLDEST_FIRST,
    });
    this.evaluations = new NestedList(database, {
      alias: 'listed',
      row: `listed.id, listed.organization_id AS "organizationId", listed.rating, listed.outcomes::text[] AS outcomes,
        listed.comment, listed.created_at AS "createdAt"`,
      from: () => 'program_request_evaluation listed WHERE listed.request_id = parent.id',
      order: OLDEST_FIRST,
    });
  }

  forget(asked: RequestContext): void {
    for (const list of [this.supports, this.events, this.notes, this.replies, this.evaluations]) {
      list.pages.of(asked).clearAll();
    }
  }
}
