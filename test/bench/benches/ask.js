/** One request as the load generator sends it, its answer parsed. Throws unless it was answered with 200. */
export async function ask(url, { method = 'GET', path, headers = {}, body }) {
  const response = await fetch(`${url}${path}`, { method, headers, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** A question as HTTP brings it; without a token of nobody who is signed in. */
export function graphql(query, variables, { token, key, locale = 'ru' } = {}) {
  return {
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      'accept-language': locale,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ query, variables }),
  };
}
