import type { Reason } from '#platform';

/** Those with the higher priority first, equal ones as they were sent. */
export function inOrderOfPriority<Line extends { priority: number; position: number }>(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => b.priority - a.priority || a.position - b.position);
}

/** The same reason about one line of a letter; its position counts from 1, the path from 0. */
export function inLine<R extends Reason>(reason: R, position: number): R {
  const path = ['lines', String(position - 1), ...reason.path.filter((part) => part !== 'offeringId')];
  return Object.assign(Object.create(Object.getPrototypeOf(reason)), reason, { path });
}
