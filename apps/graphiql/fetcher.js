import { Kind, parse } from 'graphql';

const ENDPOINT = '/graphql';

// In memory only: a reload forgets it.
let bearer = '';

/** Takes the token that all tabs send, with or without the word Bearer. Empty: none. */
export function setBearer(pasted) {
  bearer = pasted.trim().replace(/^Bearer\s+/i, '');
}

/** Sends one operation to this origin. A tab's own headers win over the token given for all tabs. */
export async function fetcher(params, options) {
  const headers = new Headers({
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
  });
  if (bearer) headers.set('authorization', `Bearer ${bearer}`);
  for (const [name, value] of Object.entries(options?.headers ?? {})) headers.set(name, value);

  const response = await fetch(ENDPOINT, { method: 'POST', headers, body: JSON.stringify(withOwnName(params)) });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The server answered ${response.status} without JSON: ${text.slice(0, 500)}`);
  }
}

/** GraphiQL notices a tenth of a second late what its editor holds; until then it names an operation of the tab before. */
function withOwnName({ operationName, ...params }) {
  return { ...params, operationName: namesIn(params.query).includes(operationName) ? operationName : undefined };
}

/** None of what does not parse: the server says what is wrong with it. */
function namesIn(query) {
  try {
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return operations.map(({ name }) => name?.value);
  } catch {
    return [];
  }
}
