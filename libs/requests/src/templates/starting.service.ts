import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Curriculum, CurriculumNotFound, insertCurriculumLike, publishedBaseVersion } from '#curriculum';
import { Acts, faults, type RequestContext, refuse, type Viewer } from '#platform';
import { lockRequest } from '../request/advance.js';
import { RequestStage } from '../request/request.enums.js';
import { RequestRights } from '../request/rights.js';
import type { StartCurriculumInput } from './start-curriculum.input.js';
import { CurriculumAlreadyStarted, ProgramRequestNotAccepted } from './template.reasons.js';

/** A promised program may begin from a curriculum that exists. */
@Injectable()
export class Starting {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
  ) {}

  /**
   * Begins the curriculum of a request as a draft of its academy; its modules are the shared ones of the template.
   * Refuses with ProgramRequestNotFound, ProgramRequestNotAccepted, CurriculumNotFound, CurriculumAlreadyStarted.
   */
  async start(asked: RequestContext, viewer: Viewer, input: StartCurriculumInput): Promise<Curriculum> {
    const seen = await this.rights.seenAs('academy', viewer, input.programRequestId);
    const { academyId } = seen;
    if (!academyId) refuse(new ProgramRequestNotAccepted(seen.stage));
    if (!(await this.rights.holdsIn(viewer, 'curriculum.edit', academyId))) throw faults.forbidden();
    const details = { programRequestId: seen.id, templateId: input.templateId };
    return this.acts.perform(asked, { name: 'startCurriculum', input, details }, async (tx) => {
      // Locked, so that it is not withdrawn while its curriculum begins, and that two who begin at once begin one.
      const { id, stage } = await lockRequest(tx, seen.id);
      if (stage !== RequestStage.ACCEPTED && stage !== RequestStage.SCHEDULED) {
        refuse(new ProgramRequestNotAccepted(stage));
      }
      const templateVersionId = await publishedBaseVersion(tx, input.templateId);
      if (!templateVersionId) refuse(new CurriculumNotFound(['templateId']));
      await assertNotStarted(tx, id, input.templateId);
      const curriculum = await insertCurriculumLike(tx, templateVersionId, academyId);
      await tx.query(
        `INSERT INTO program_request_curriculum (curriculum_id, request_id, template_version_id) VALUES ($1, $2, $3)`,
        [curriculum.id, id, templateVersionId],
      );
      return curriculum;
    });
  }
}

/** From another template it may begin again; from the same one it would be the same draft twice. */
async function assertNotStarted(tx: EntityManager, requestId: string, templateId: string): Promise<void> {
  const [started]: { id: string }[] = await tx.query(
    `SELECT started.curriculum_id AS id FROM program_request_curriculum started
     JOIN curriculum_version version ON version.id = started.template_version_id
     WHERE started.request_id = $1 AND version.curriculum_id = $2`,
    [requestId, templateId],
  );
  if (started) refuse(new CurriculumAlreadyStarted(started.id));
}
