import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { copyParts } from './content.js';
import { Curriculum } from './curriculum.entity.js';
import { CurriculumVersion } from './curriculum-version.entity.js';
import { insertCurriculum } from './insert-curriculum.js';

/** The published version of a base; null: there is no such base, or it is a draft. */
export async function publishedBaseVersion(tx: EntityManager, curriculumId: string): Promise<string | null> {
  const base = await tx.findOneBy(Curriculum, { id: curriculumId });
  return base && base.baseId === null ? base.publishedVersionId : null;
}

/** Writes a curriculum of this owner as a draft that says what a version says; it shares that version’s modules. */
export async function insertCurriculumLike(tx: EntityManager, versionId: string, ownerId: string): Promise<Curriculum> {
  const template = await tx.findOneByOrFail(CurriculumVersion, { id: versionId });
  const curriculum = await insertCurriculum(tx, { ownerId });
  const draft = { ...template, id: newId(), curriculumId: curriculum.id, number: 1, publishedAt: null };
  await tx.insert(CurriculumVersion, tx.create(CurriculumVersion, { ...draft, createdAt: new Date() }));
  await copyParts(tx, versionId, draft.id);
  return curriculum;
}
