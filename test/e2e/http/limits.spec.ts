import { type Answer, client } from '../../support/client.js';
import { myPlace } from '../../support/place.js';

/** Asks for a sector and its parents, so many levels deep. */
const deep = (levels: number) =>
  `{ organizations { edges { node ${'{ sectoralParent '.repeat(levels)}{ id }${' }'.repeat(levels)} } } }`;
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');

/** What must never leave the server, whatever it was asked. */
const INSIDE = /node_modules|\.(js|ts):\d|\\n +at |QueryFailedError|SELECT |relation "|syntax error at/;

async function answerOf(response: Response): Promise<{ status: number; text: string; answer: Answer }> {
  const text = await response.text();
  return { status: response.status, text, answer: JSON.parse(text) };
}

function expectTypedRefusal({ status, text, answer }: Awaited<ReturnType<typeof answerOf>>): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(INSIDE);
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(answer.errors.map(() => 'BAD_USER_INPUT'));
  expect(answer.errors.length).toBeGreaterThan(0);
}

describe('a client that asks for too much is refused in few words:', () => {
  it.each([
    ['a document 20 levels deep', deep(20)],
    ['40 aliases of one field', `{ ${times(40, (i) => `a${i}: countries { code }`)} }`],
    ['40 aliases of __typename', `{ ${times(40, (i) => `a${i}: __typename`)} }`],
    ['3,000 tokens', `{ countries { ${times(3_000, () => 'code')} } }`],
    ['20 directives', `{ countries ${times(20, () => '@include(if: true)')} { code } }`],
    ['fragments that hold each other', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a field that does not exist', '{ passwords }'],
    ['half a document', '{ countries {'],
    ['nothing', ''],
    ['a subscription', 'subscription { courses }'],
    [
      '10,000 of 10,000 things',
      '{ organizations(first: 100) { edges { node { children(first: 100) { edges { node { children(first: 100) { totalCount edges { node { id } } } } } } } } } }',
    ],
  ])('%s', async (_, query) => {
    expectTypedRefusal(await answerOf(await client.post(JSON.stringify({ query }))));
  });

  it.each([
    ['half a JSON', '{"query":'],
    ['no JSON at all', 'query=viewer'],
    ['an empty body', ''],
    ['a batch', '[{"query":"{ viewer { __typename } }"},{"query":"{ viewer { __typename } }"}]'],
    ['a number', '7'],
    ['null', 'null'],
    ['an object without a document', '{"variables":{}}'],
    ['a prototype', '{"__proto__":{"query":"{ viewer { __typename } }"}}'],
    ['more than 100 kB', JSON.stringify({ query: `# ${'a'.repeat(110_000)}\n{ countries { code } }` })],
    ['a persisted query nobody persisted', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}'],
  ])('%s', async (_, body) => {
    expectTypedRefusal(await answerOf(await client.post(body)));
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'a document sent as %s',
    async (type) => {
      const body = JSON.stringify({ query: '{ viewer { __typename } }' });

      expectTypedRefusal(await answerOf(await client.post(body, { 'content-type': type })));
    },
  );
});

describe('a page of a list', () => {
  it.each([1_000_000, 101, 0, -1])('of %d is refused as a value, not as a failure', async (first) => {
    const answer = await client.send('query ($first: Int!) { organizations(first: $first) { totalCount } }', { first });

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('that begins after a made-up cursor is refused as a value', async () => {
    const answer = await client.send('{ organizations(after: "DROP TABLE") { totalCount } }');

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
    expect(JSON.stringify(answer.errors)).not.toMatch(INSIDE);
  });
});

describe('a mutation', () => {
  const SIGN_OUT = 'mutation { signOut { errors { __typename } } }';

  it('is not done by a GET, which a link could make', async () => {
    const { serverUrl } = await myPlace();

    const response = await fetch(`${serverUrl}/graphql?query=${encodeURIComponent(SIGN_OUT)}`, {
      headers: { 'apollo-require-preflight': '1' },
    });

    expect(response.status).toBe(405);
    expectTypedRefusal(await answerOf(response));
  });

  it('is refused to who did not sign in', async () => {
    expect(await client.send(SIGN_OUT)).toBeRefusedWith('UNAUTHENTICATED');
  });

  it.each(['Bearer', 'Bearer x', 'Basic YTpi', `Bearer ${'x'.repeat(5_000)}`, "Bearer ' OR 1=1"])(
    'is refused to who sends %.20s as a token',
    async (authorization) => {
      expect(await client.send(SIGN_OUT, {}, { authorization })).toBeRefusedWith('UNAUTHENTICATED');
    },
  );
});

describe('everybody', () => {
  it('is answered with headers that keep browsers careful, also when refused', async () => {
    const { serverUrl } = await myPlace();

    for (const path of ['/graphql', '/nothing', '/health/live']) {
      const { headers } = await fetch(serverUrl + path);

      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('is told in JSON that nothing is where they asked', async () => {
    const { serverUrl } = await myPlace();

    const response = await fetch(`${serverUrl}/admin.php`);

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      errors: [{ message: 'Nothing is here; the API is at /graphql.', extensions: { code: 'NOT_FOUND' } }],
    });
  });
});
