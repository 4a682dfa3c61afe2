import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { Curriculum } from './curriculum.entity.js';

/** Writes a curriculum that has no version yet. */
export async function insertCurriculum(
  tx: EntityManager,
  {
    ownerId,
    baseId = null,
    countryCode = null,
  }: { ownerId: string; baseId?: string | null; countryCode?: string | null },
): Promise<Curriculum> {
  const id = newId();
  await tx.insert(Curriculum, {
    id,
    ownerId,
    baseId,
    countryCode,
    publishedVersionId: null,
    revision: 1,
    createdAt: new Date(),
  });
  // Read again for its code, which the database gives.
  return tx.findOneByOrFail(Curriculum, { id });
}
