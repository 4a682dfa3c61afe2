import { type GraphQLObjectType, type GraphQLSchema, getNamedType } from 'graphql';
import { type Answer, type Asker, client } from '../../support/client.js';
import { newSignIn } from '../../support/identity.world.js';
import { jobsDone } from '../../support/jobs.js';
import type { Cases } from './cases.js';
import { ACTORS, type Actor, type Ground } from './ground.js';
import { type Cell, cellOf, type Row } from './matrix.rules.js';
import { type Read, showsBy } from './reads.cases.js';
import { fingerprint, traces } from './trace.js';

export type Cells = Row['cells'];

/** Each reads the same thing; reading leaves no trace, whoever does it. */
export async function playRead(ground: Ground, read: Read): Promise<{ cells: Cells; traces: string[] }> {
  const cells = {} as Cells;
  const left = await tracesOf(async () => {
    for (const actor of ACTORS) cells[actor] = await cellOfRead(ground.actors[actor], read);
  });
  return { cells, traces: left };
}

async function cellOfRead(who: Asker, read: Read): Promise<Cell> {
  const { data, errors } = await client.as(who).send(read.document, read.variables);
  if (errors[0]) return cellOf(errors[0].extensions.code);
  return cellOf(data && showsBy(read)(data) ? null : 'NOT_FOUND');
}

/**
 * Everybody tries the same mutation. First those who are to be refused, on one thing, and all of them together leave no
 * trace; then the others, each on a thing of their own.
 */
export async function playMutation(
  schema: GraphQLSchema,
  name: string,
  prepare: Cases[string],
  ground: Ground,
  expected: Cells | undefined,
): Promise<{ cells: Cells; traces: string[] }> {
  const document = documentOf(schema, name);
  const cells = {} as Cells;
  const attempt = async (actor: Actor, input: object) => {
    const who = name === 'signOut' ? await signedInAnew(ground.actors[actor]) : ground.actors[actor];
    cells[actor] = cellOf(refusalIn(await client.as(who).send(document, { input })));
  };
  const isRefused = (actor: Actor) => expected !== undefined && expected[actor] !== 'yes';
  const refused = ACTORS.filter(isRefused);
  const input = refused.length > 0 ? await prepare(ground) : {};
  const left = await tracesOf(async () => {
    for (const actor of refused) await attempt(actor, input);
  });
  for (const actor of ACTORS.filter((each) => !isRefused(each))) await attempt(actor, await prepare(ground));
  return { cells, traces: left };
}

/** Jobs of what was prepared are waited for. Others are due later: only what is written each time is a trace. */
async function tracesOf(work: () => Promise<void>): Promise<string[]> {
  let left: string[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    await jobsDone();
    const before = await fingerprint();
    await work();
    left = traces(before, await fingerprint());
    if (left.length === 0) return left;
  }
  return left;
}

function documentOf(schema: GraphQLSchema, name: string): string {
  const field = schema.getMutationType()?.getFields()[name];
  if (!field) throw new Error(`there is no mutation ${name}`);
  const payload = getNamedType(field.type) as GraphQLObjectType;
  const fields = 'errors' in payload.getFields() ? 'errors { __typename }' : '__typename';
  const [argument] = field.args;
  return argument
    ? `mutation ($input: ${argument.type}) { ${name}(input: $input) { ${fields} } }`
    : `mutation { ${name} { ${fields} } }`;
}

function refusalIn({ data, errors }: Answer): string | null {
  if (errors[0]) return errors[0].extensions.code;
  const [payload] = Object.values((data ?? {}) as Record<string, { errors?: { __typename: string }[] }>);
  return payload?.errors?.[0]?.__typename ?? null;
}

async function signedInAnew(who: Asker): Promise<Asker> {
  return who && newSignIn((who as unknown as { accountId: string }).accountId);
}
