/** Header in which a server under test says how many SQL statements the request made. */
export const QUERY_COUNT = 'x-query-count';

/** SQL statements that one answer cost, transaction control included. */
export function statementsOf(answer: { headers: Headers }): number {
  return Number(answer.headers.get(QUERY_COUNT));
}
