import { buildSchema, execute, type GraphQLObjectType, getOperationAST, parse } from 'graphql';
import { CompiledOperation } from './compiled-operation.js';

const schema = buildSchema(`
  type Query { people(first: Int = 2): [Person!]!, any: [Named], wrong: Int!, late: String, missing: Person }
  interface Named { name: String! }
  type Person implements Named { name(loud: Boolean): String!, friends: [Person!]!, age: Int, mood: Mood }
  type Place implements Named { name: String!, people: [Person!]! }
  enum Mood { GLAD, SAD }`);

const person = (name: string, friends: object[] = []): object => ({
  __typename: 'Person',
  name: ({ loud }: { loud?: boolean }) => (loud ? name.toUpperCase() : Promise.resolve(name)),
  friends: Promise.resolve(friends),
  age: null,
  mood: 'GLAD',
});
const root = {
  people: ({ first }: { first: number }) => [person('Aziza', [person('Bolat')]), person('Dana')].slice(0, first),
  any: [person('Aziza'), null, Promise.resolve({ __typename: 'Place', name: 'Tashkent', people: [person('Bolat')] })],
  wrong: 'no number',
  late: Promise.resolve('in time'),
  missing: () => null,
};

// The compiled form has no root value: the fields of Query have resolvers, as ours do.
for (const [name, field] of Object.entries((schema.getQueryType() as GraphQLObjectType).getFields())) {
  const value = root[name as keyof typeof root];
  field.resolve = (_source, args) => (typeof value === 'function' ? value(args as { first: number }) : value);
}

function both(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const type = schema.getQueryType() as GraphQLObjectType;
  return {
    compiled: () => new CompiledOperation(schema, document, operation, type, variables).run({}, variables),
    reference: async () => execute({ schema, document, variableValues: variables, contextValue: {} }),
  };
}

describe('a compiled query', () => {
  it.each<[string, Record<string, unknown>?]>([
    ['{ people { name friends { name friends { name } } age mood } late }'],
    ['{ late people(first: 1) { shout: name(loud: true) name __typename } missing { name } }'],
    [
      '{ any { name __typename ... on Place { people { name } } ...P } } fragment P on Person { friends { name } mood }',
    ],
    ['{ people { name } people { age friends { name } } ... { people { friends { age } } } }'],
    ['query ($is: Boolean = true) { people { name @skip(if: $is) age @include(if: $is) } }', { is: true }],
    ['query ($is: Boolean!) { people { name @skip(if: $is) age @include(if: $is) } }', { is: false }],
    ['query ($first: Int) { people(first: $first) { name } }'],
  ])('answers as the reference does, its fields in the same order: %s', async (text, variables = {}) => {
    const { compiled, reference } = both(text, variables);

    const { data, errors } = await reference();

    expect(errors).toBeUndefined();
    expect(JSON.stringify(await compiled())).toBe(JSON.stringify(data));
  });

  it.each([
    ['a value that does not fit its type', '{ late wrong }', {}],
    ['a variable that does not fit', 'query ($first: Int) { people(first: $first) { name } }', { first: 'two' }],
    ['a question about the schema', '{ __schema { queryType { name } } }', {}],
  ])('gives up on %s', async (_, text, variables) => {
    await expect((async () => both(text, variables).compiled())()).rejects.toThrow();
  });
});
