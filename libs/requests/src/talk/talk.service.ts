import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationNotFound } from '#identity';
import { Acts, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { ReferenceLists } from '#reference';
import { tellReply } from '../notices/tell.js';
import { lockRequest } from '../request/advance.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { assertActsIn, RequestRights } from '../request/rights.js';
import type { AddRequestNoteInput } from './talk.input.js';

type Side = 'REQUESTER' | 'ACADEMY';

/** What is said round a request: notes stay on their side, replies are for both. */
@Injectable()
export class Talk {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
    private readonly reference: ReferenceLists,
  ) {}

  /** Refuses with ProgramRequestNotFound, OrganizationNotFound, UnknownCode. */
  note(asked: RequestContext, viewer: Viewer, input: AddRequestNoteInput): Promise<ProgramRequest> {
    return this.write(asked, viewer, 'addRequestNote', input);
  }

  /** Refuses with ProgramRequestNotFound, OrganizationNotFound, UnknownCode. */
  reply(asked: RequestContext, viewer: Viewer, input: AddRequestNoteInput): Promise<ProgramRequest> {
    return this.write(asked, viewer, 'replyToProgramRequest', input);
  }

  private async write(
    asked: RequestContext,
    viewer: Viewer,
    name: 'addRequestNote' | 'replyToProgramRequest',
    input: AddRequestNoteInput,
  ): Promise<ProgramRequest> {
    const seen = await this.rights.seen(viewer, input.programRequestId);
    const organizationId = input.organizationId.toLowerCase();
    const asRequester = await this.rights.holdsIn(viewer, 'request.submit', organizationId);
    const asAcademy = await this.rights.holdsIn(viewer, 'request.answer', organizationId);
    return this.acts.perform(asked, { name, input, details: { organizationId } }, async (tx) => {
      const request = await lockRequest(tx, seen.id);
      const side = sideOf(request, organizationId);
      await assertActsIn(tx, organizationId, side === 'REQUESTER' ? asRequester : asAcademy);
      const unknown = await this.reference.unknownCodes(tx, { locales: [input.locale] }, { locales: ['locale'] });
      if (unknown.length > 0) refuse(...unknown);

      const isNote = name === 'addRequestNote';
      const id = await insertMessage(tx, viewer, { ...input, organizationId }, isNote ? side : null);
      // Notes stay where they are written; nobody is told.
      const to = side === 'REQUESTER' ? 'academy' : 'requester';
      if (!isNote) await tellReply(tx, request, { id, organizationId, viewer, to, text: input.text });
      return request;
    });
  }
}

/** Whose side an organization is on. Refuses with OrganizationNotFound one that neither asks nor answers. */
function sideOf(request: ProgramRequest, organizationId: string): Side {
  if (organizationId === request.organizationId) return 'REQUESTER';
  const academyId = request.academyId ?? request.addressedToId;
  if (organizationId === academyId && request.submittedAt) return 'ACADEMY';
  refuse(new OrganizationNotFound());
}

async function insertMessage(
  tx: EntityManager,
  viewer: Viewer,
  { programRequestId, organizationId, locale, text }: AddRequestNoteInput,
  noteOf: Side | null,
): Promise<string> {
  const id = newId();
  await tx.query(
    `INSERT INTO program_request_message (id, request_id, note_of, organization_id, person_id, locale, text, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
    [id, programRequestId, noteOf, organizationId, viewer.personId, locale, text],
  );
  return id;
}
