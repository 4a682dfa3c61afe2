/** From the first day to the last; null: open on that side. `until` is the first day that is no longer in it. */
export interface Period {
  from: string | null;
  until: string | null;
}

export function overlaps(one: Period, other: Period): boolean {
  return isBefore(one.from, other.until) && isBefore(other.from, one.until);
}

/** A start that is not known lies before everything, an end that is not known after everything. */
function isBefore(start: string | null, end: string | null): boolean {
  return start === null || end === null || start < end;
}

/**
 * What a new edition does to those before it: the one that runs on over its first day, without a known end, ends there.
 * Answers with that one, or null. Any other edition it meets is in its way.
 */
export function endedBy<Edition extends Period>(editions: readonly Edition[], fresh: Period): Edition | null {
  return editions.find(({ from, until }) => until === null && isBefore(from, fresh.from)) ?? null;
}

export function inTheWayOf<Edition extends Period>(editions: readonly Edition[], fresh: Period): Edition | null {
  const ended = endedBy(editions, fresh);
  return editions.find((edition) => edition !== ended && overlaps(edition, fresh)) ?? null;
}
