import type { EntityManager } from 'typeorm';
import { NoticeKind, notify } from '#notices';
import type { Completion } from '../completion/completion.enums.js';
import { findOfferings, findPlaces } from './told.queries.js';
import { about } from './write-notices.js';

/** How a person’s training ended, and why it is recorded so. */
interface ToldEnding {
  id: string;
  /** Null: what was recorded is taken back. */
  completion: Completion | null;
  reason: string | null;
}

/** Tells people what a sheet says of them; the same sheet tells nobody twice. */
export async function announceEndings(tx: EntityManager, sheetId: string, endings: readonly ToldEnding[]) {
  if (endings.length === 0) return;
  const byId = new Map(endings.map((ending) => [ending.id, ending]));
  const places = await findPlaces(tx, [...byId.keys()]);
  const offerings = await findOfferings(tx, [...new Set(places.map(({ offeringId }) => offeringId))]);
  await notify(
    tx,
    places.flatMap(({ id, personId, offeringId }) => {
      const [ending, offering] = [byId.get(id), offerings.get(offeringId)];
      if (!ending || !offering) return [];
      const { values, locales } = about(offering);
      const more = { outcome: ending.completion ?? ('TAKEN_BACK' as const), note: ending.reason };
      const kind = NoticeKind.COMPLETION_RECORDED as const;
      return { kind, personId, dedupeKey: `${id}:${kind}:${sheetId}`, locales, values: { ...values, ...more } };
    }),
  );
}
