import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { schemaRules } from './schema.rules.js';

const committed = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

/** Breaks each rule once, and nothing else. */
const BROKEN: Record<keyof typeof schemaRules, { sdl: string; found: string[] }> = {
  'everything is described': {
    sdl: 'type Query { "Said." a("Said." b: Int c: Int): Thing d: Int } type Thing { "Said." e: Kind } "Said." enum Kind { A }',
    found: ['Query.a(c)', 'Query.d', 'Thing', 'Kind.A'],
  },
  'there is no scalar that may hold anything': { sdl: 'scalar JSON type Query { a: JSON }', found: ['JSON'] },
  'enum values are in capitals': { sdl: 'enum Kind { FINE Seminar } type Query { a: Kind }', found: ['Kind.Seminar'] },
  'a mutation takes one input of its own name': {
    sdl: 'type Query { a: Int } input EnrollInput { a: Int } type Mutation { enroll(input: EnrollInput!): Int cancel(id: ID!): Int nominate(input: EnrollInput!): Int }',
    found: ['cancel', 'nominate'],
  },
  'a mutation answers with a payload of its own name': {
    sdl: 'type Query { a: Int } type EnrollPayload { a: Int } type Mutation { enroll: EnrollPayload! cancel: Boolean! }',
    found: ['cancel'],
  },
  'a payload says why it was refused': {
    sdl: 'type Query { a: Int } type EnrollPayload { errors: [EnrollError!]! } type EnrollError { a: Int } type CancelPayload { a: Int } type Mutation { enroll: EnrollPayload! cancel: CancelPayload! }',
    found: ['cancel'],
  },
  'instants and days are told by their names': {
    sdl: 'scalar DateTime scalar Date type Query { startsAt: DateTime heldOn: Date! start: DateTime day: Date days: [Date!]! }',
    found: ['Query.start', 'Query.day'],
  },
};

describe.each(Object.entries(schemaRules))('in the schema %s', (name, rule) => {
  it('today', () => {
    expect(rule(committed)).toEqual([]);
  });

  it('and the rule finds what breaks it', () => {
    const { sdl, found } = BROKEN[name] ?? { sdl: '', found: [] };

    expect(rule(buildSchema(sdl)).sort()).toEqual(found.sort());
  });
});
