import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Max } from 'class-validator';
import { buildSchema, execute, type GraphQLObjectType, type GraphQLResolveInfo, parse } from 'graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { Binds } from '../lists/binds.js';
import { LookAhead, type LookedAhead, type PageAhead } from './look-ahead.js';

@ArgsType()
class FriendsArgs {
  @Field(() => Int)
  @Max(10)
  first!: number;
}

const schema = buildSchema(`
  type Query { people: People!, person: Person }
  type People { edges: [Edge!]!, pageInfo: PageInfo! }
  type Edge { cursor: String!, node: Person! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Person { id: ID!, friends(first: Int = 3): [Person!]! }`);

const lookAhead = new LookAhead();
lookAhead.foresee('Person', 'friends', FriendsArgs, ({ first }, selection, { id }) => {
  if (selection.has('friends')) throw new Error('too deep');
  return { sql: `friends(${id}, ${first})`, read: (value) => value };
});

async function lookedAt<Looked>(
  text: string,
  variables: Record<string, unknown>,
  look: (info: GraphQLResolveInfo) => Promise<Looked>,
): Promise<Looked> {
  let looked: Promise<Looked> | undefined;
  for (const field of Object.values((schema.getQueryType() as GraphQLObjectType).getFields())) {
    field.resolve = (_source, _args, _context, info) => {
      looked = look(info);
      return null;
    };
  }
  await execute({ schema, document: parse(text), variableValues: variables });
  return looked as Promise<Looked>;
}

const sqlOf = ({ foreseen }: LookedAhead) =>
  foreseen.map(({ plan }) => plan({ asked: {} as RequestContext, binds: new Binds(), id: 'person.id' })?.sql ?? null);
const ofPerson = (text: string, variables = {}) =>
  lookedAt(text, variables, (info) => lookAhead.atRow(info, 'Person')).then(sqlOf);

describe('a field that another statement may bring along', () => {
  it('is planned with its arguments: given, by variable, or as they are without', async () => {
    expect(await ofPerson('{ person { friends(first: 2) { id } } }')).toEqual(['friends(person.id, 2)']);
    expect(await ofPerson('query ($n: Int) { person { friends(first: $n) { id } } }', { n: 5 })).toEqual([
      'friends(person.id, 5)',
    ]);
    expect(await ofPerson('{ person { friends { id } } }')).toEqual(['friends(person.id, 3)']);
  });

  it('is left to its resolver when its arguments are refused, or its plan gives up', async () => {
    expect(await ofPerson('{ person { friends(first: 11) { id } } }')).toEqual([]);
    expect(await ofPerson('{ person { friends { friends { id } } } }')).toEqual([null]);
  });

  it('is left to its resolver when it is asked for twice', async () => {
    expect(await ofPerson('{ person { friends(first: 1) { id } more: friends(first: 2) { id } } }')).toEqual([]);
  });
});

describe('a page', () => {
  const needs = (text: string) =>
    lookedAt<PageAhead>(text, {}, (info) => lookAhead.atPage(info, 'Person')).then((page) => page.needs);

  it('reads cursors and one row in excess only for who asks', async () => {
    expect(await needs('{ people { edges { node { id } } } }')).toEqual({ cursors: false, beyond: false });
    expect(await needs('{ people { edges { cursor } } }')).toEqual({ cursors: true, beyond: false });
    expect(await needs('{ people { ...P } } fragment P on People { pageInfo { hasNextPage endCursor } }')).toEqual({
      cursors: true,
      beyond: true,
    });
  });
});
