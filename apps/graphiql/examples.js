// More tabs than this do not fit side by side; the rest is one choice away in the bar.
const TABS_AT_FIRST = 8;

/** The server's example operations, by file name: `{ name, query, variables }`, variables null or JSON text. */
export async function readExamples() {
  const response = await fetch('/graphiql/operations.json');
  return response.ok ? response.json() : [];
}

/** What a first visit opens. Undefined when there is no example: GraphiQL then shows its own welcome. */
export function firstTabs(examples) {
  if (examples.length === 0) return undefined;
  return examples.slice(0, TABS_AT_FIRST).map(({ query, variables }) => ({ query, variables }));
}

/** Whether this browser has no tabs stored by GraphiQL yet; stored tabs win over ours. */
export function isFirstVisit() {
  return localStorage.getItem('graphiql:tabState') === null;
}
