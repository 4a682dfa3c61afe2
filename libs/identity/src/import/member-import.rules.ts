const HOURS_TO_UNDO = 24;

/** Until when an import can be undone; also how long its rows are kept. */
export function undoableUntil(appliedAt: Date): Date {
  return new Date(appliedAt.getTime() + HOURS_TO_UNDO * 3_600_000);
}
