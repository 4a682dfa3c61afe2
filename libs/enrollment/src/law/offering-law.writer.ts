import type { EntityManager } from 'typeorm';
import { lawTaughtBy } from '#curriculum';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLaw } from './offering-law.entity.js';

/** Notes the law of the day: what is recorded later, even of days before, does not change under which law it was scheduled. */
export async function noteLaw(tx: EntityManager, { id, courseId, createdAt }: Offering): Promise<void> {
  const day = createdAt.toISOString().slice(0, 10);
  const law = await lawTaughtBy(tx, courseId, day);
  if (law.length === 0) return;
  await tx.insert(
    OfferingLaw,
    law.map((taught) => ({ offeringId: id, ...taught })),
  );
}
