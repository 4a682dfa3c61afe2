import { type RequestContext, sentence } from '#platform';
import type { ImportRowProblem } from './member-import.type.js';
import type { RowProblem } from './row-problem.js';

/** Problems of a row as the reader is told them. */
export function shownProblems(problems: readonly RowProblem[], { locales }: RequestContext): ImportRowProblem[] {
  return problems.map(({ fault, column, row: repeatsRow = null }) => ({
    fault,
    column,
    repeatsRow,
    message: sentence(locales, 'identity.row-problem', { fault, row: String(repeatsRow) }),
  }));
}
