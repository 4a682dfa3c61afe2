import type { EntityManager } from 'typeorm';
import { newId, refuse } from '#platform';
import { copyParts } from './content.js';
import { Curriculum } from './curriculum.entity.js';
import { CurriculumChangedMeanwhile, CurriculumNotFound } from './curriculum.reasons.js';
import { CurriculumVersion } from './curriculum-version.entity.js';

/** First lock of every change to a curriculum. Refuses when it is not there, or changed since it was read. */
export async function lockCurriculum(
  tx: EntityManager,
  curriculumId: string,
  expectedRevision?: number | null,
): Promise<Curriculum> {
  const curriculum = await tx.findOne(Curriculum, { where: { id: curriculumId }, lock: { mode: 'for_no_key_update' } });
  if (!curriculum) refuse(new CurriculumNotFound());
  if (expectedRevision && expectedRevision !== curriculum.revision) {
    refuse(new CurriculumChangedMeanwhile(curriculum.revision));
  }
  return curriculum;
}

/** The version that is not published; null: nothing waits to be published. */
export function draftOf(tx: EntityManager, curriculumId: string): Promise<CurriculumVersion | null> {
  return tx
    .createQueryBuilder(CurriculumVersion, 'version')
    .where('version.curriculumId = :curriculumId AND version.publishedAt IS NULL', { curriculumId })
    .getOne();
}

/** The draft; of a published curriculum without one, a copy of what is published, under the next number. */
export async function openDraft(tx: EntityManager, curriculum: Curriculum): Promise<CurriculumVersion> {
  const known = await draftOf(tx, curriculum.id);
  if (known) return known;
  if (!curriculum.publishedVersionId) throw new Error(`curriculum ${curriculum.id} has no version`);
  const published = await tx.findOneByOrFail(CurriculumVersion, { id: curriculum.publishedVersionId });
  const draft = tx.create(CurriculumVersion, {
    ...published,
    id: newId(),
    number: published.number + 1,
    publishedAt: null,
    createdAt: new Date(),
  });
  await tx.insert(CurriculumVersion, draft);
  await copyParts(tx, published.id, draft.id);
  return draft;
}

/** Notes that the curriculum changed. */
export async function touch(tx: EntityManager, curriculum: Curriculum): Promise<void> {
  curriculum.revision += 1;
  const { publishedVersionId, revision } = curriculum;
  await tx.update(Curriculum, { id: curriculum.id }, { publishedVersionId, revision });
}
