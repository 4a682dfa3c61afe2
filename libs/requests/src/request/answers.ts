import { Injectable } from '@nestjs/common';
import { payload, type RequestContext } from '#platform';
import type { ProgramRequest } from './program-request.entity.js';
import { RequestLoaders } from './request.loaders.js';
import type { RequestPayload } from './request.payload.js';

/** Answers of mutations: the request as it is now, or why not. */
@Injectable()
export class Answers {
  constructor(private readonly loaders: RequestLoaders) {}

  give(
    Payload: new () => RequestPayload,
    asked: RequestContext,
    work: () => Promise<ProgramRequest>,
  ): Promise<RequestPayload> {
    return payload(Payload, async () => {
      const { id } = await work();
      this.loaders.forget(asked);
      // Read again as the viewer: what one just left, or left since the first of two equal requests, is not shown.
      return { programRequest: await this.loaders.byId.of(asked).load(id) };
    });
  }
}
