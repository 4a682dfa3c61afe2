import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RequestContext } from '#platform';
import { NestedPages } from './nested-pages.js';
import type {
  ProgramEvaluation,
  ProgramRequestEvent,
  ProgramRequestMessage,
  ProgramRequestSupport,
} from './request.type.js';

const MESSAGE = `listed.id, listed.organization_id AS "organizationId", listed.person_id AS "personId", listed.text,
  listed.locale, listed.created_at AS "createdAt"`;

/** The lists that hang on a request, page by page. */
@Injectable()
export class RequestLists {
  readonly supports: NestedPages<ProgramRequestSupport>;
  readonly events: NestedPages<ProgramRequestEvent>;
  readonly notes: NestedPages<ProgramRequestMessage>;
  readonly replies: NestedPages<ProgramRequestMessage>;
  readonly evaluations: NestedPages<ProgramEvaluation>;

  constructor(database: DataSource) {
    this.supports = new NestedPages(database, {
      table: 'program_request_asker',
      columns: `listed.id, listed.organization_id AS "organizationId", listed.promised_seats AS "promisedSeats",
        listed.created_at AS "createdAt"`,
      where: 'NOT listed.is_requester AND listed.withdrawn_at IS NULL',
      by: 'id',
    });
    this.events = new NestedPages(database, {
      table: 'program_request_event',
      columns: `listed.position, listed.at AS "doneAt", listed.act, listed.from_stage AS "fromStage", listed.to_stage AS "toStage",
        listed.organization_id AS "organizationId", listed.person_id AS "personId", listed.why`,
      by: 'position',
    });
    this.notes = new NestedPages(database, {
      table: 'program_request_message',
      columns: MESSAGE,
      where: 'listed.note_of::text = ANY($2::text[])',
      by: 'id',
    });
    this.replies = new NestedPages(database, {
      table: 'program_request_message',
      columns: MESSAGE,
      where: 'listed.note_of IS NULL',
      by: 'id',
    });
    this.evaluations = new NestedPages(database, {
      table: 'program_request_evaluation',
      columns: `listed.id, listed.organization_id AS "organizationId", listed.rating, listed.outcomes::text[] AS outcomes,
        listed.comment, listed.created_at AS "createdAt"`,
      by: 'id',
    });
  }

  forget(asked: RequestContext): void {
    for (const list of [this.supports, this.events, this.notes, this.replies, this.evaluations]) {
      list.pages.of(asked).clearAll();
    }
  }
}
