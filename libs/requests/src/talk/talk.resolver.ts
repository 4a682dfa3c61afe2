import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { Asked, CurrentViewer, type RequestContext, Requires, reasonsOf, type Viewer } from '#platform';
import { UnknownCode } from '#reference';
import { Answers } from '../request/answers.js';
import { type RequestPayload, requestPayload } from '../request/request.payload.js';
import { ProgramRequestNotFound } from '../request/request.reasons.js';
import { AddRequestNoteInput, ReplyToProgramRequestInput } from './talk.input.js';
import { Talk } from './talk.service.js';

const REASONS = [ProgramRequestNotFound, OrganizationNotFound, UnknownCode] as const;
const NoteError = reasonsOf('AddRequestNoteError', 'Why a note could not be written.', REASONS);
const ReplyError = reasonsOf('ReplyToProgramRequestError', 'Why a reply could not be written.', REASONS);

const AddRequestNotePayload = requestPayload('addRequestNote', NoteError);
const ReplyToProgramRequestPayload = requestPayload('replyToProgramRequest', ReplyError);

@Resolver()
export class TalkResolver {
  constructor(
    private readonly talk: Talk,
    private readonly answers: Answers,
  ) {}

  @Mutation(() => AddRequestNotePayload, { description: 'Writes an internal note; the other side never sees it.' })
  @Requires('request.read')
  addRequestNote(
    @Args('input') input: AddRequestNoteInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(AddRequestNotePayload, asked, () => this.talk.note(asked, viewer, input));
  }

  @Mutation(() => ReplyToProgramRequestPayload, {
    description: 'Writes to the other side; seen by all who see the request.',
  })
  @Requires('request.read')
  replyToProgramRequest(
    @Args('input') input: ReplyToProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(ReplyToProgramRequestPayload, asked, () => this.talk.reply(asked, viewer, input));
  }
}
