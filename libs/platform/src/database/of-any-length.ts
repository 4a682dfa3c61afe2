/**
 * SQL for a list of values at a place such as `$1`, as PostgreSQL’s planner cannot see into it. It takes ten values for
 * granted where it does not know, so that for one it always finds a better plan than the one that it would keep, and
 * plans anew each time; for one person or course that costs ten times what running the statement does.
 */
export function ofAnyLength(place: string, type = 'uuid'): string {
  return `(SELECT ${place}::${type}[])::${type}[]`;
}
