import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { newAcademy } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import {
  changeInput,
  curriculumInput,
  newAct,
  newModule,
  publishedCurriculum,
} from '../../support/curriculum.world.js';
import { newRuledTree } from '../../support/duty.world.js';
import { newHolder, newOrganization, type Someone } from '../../support/identity.world.js';
import { done, newAnswerer, newUnion, proposed } from '../../support/requests.world.js';

const NAMES = globSync('schema/operations/*.graphql')
  .map((file) => basename(file, '.graphql'))
  .sort();
const documentOf = (name: string) => readFile(`schema/operations/${name}.graphql`, 'utf8');
const NOBODY = '01a00000-0000-7000-8000-000000000000';
/** As they come, with an id where a person is told which one to fill in. */
const variablesOf = async (name: string) =>
  JSON.parse(await readFile(`schema/operations/${name}.variables.json`, 'utf8').catch(() => '{}'), (_, value) =>
    typeof value === 'string' && value.startsWith('the id') ? NOBODY : value,
  );

let schema: GraphQLSchema;
let chief: Someone;
beforeAll(async () => {
  schema = buildSchema(await readFile('schema/schema.graphql', 'utf8'));
  chief = await newHolder('FEDERATION_ADMIN', await newOrganization({ kind: 'FEDERATION' }), { scope: 'SUBTREE' });
});

/** What a form would send that was filled in with the least: what is required, and nothing that exists. */
function leastOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return leastOf(type.ofType as GraphQLInputType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, leastOf(field.type)]));
  }
  return LEAST[type.name] ?? 'text';
}

const LEAST: Record<string, unknown> = {
  ID: NOBODY,
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2027-01-01',
  DateTime: '2027-01-01T09:00:00Z',
  Locale: 'ru',
};

function leastVariables(document: string, given: Record<string, unknown>): Record<string, unknown> {
  const [operation] = parse(document).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a document begins with its operation');
  const missing = (operation.variableDefinitions ?? []).filter(
    ({ variable, type, defaultValue }) =>
      type.kind === Kind.NON_NULL_TYPE && !defaultValue && !(variable.name.value in given),
  );
  const filled = missing.map(({ variable, type }) => [
    variable.name.value,
    leastOf(typeFromAST(schema, type as never) as unknown as GraphQLInputType),
  ]);
  return { ...given, ...Object.fromEntries(filled) };
}

describe('each document that people start from', () => {
  it.each(NAMES)('%s is one that the schema knows, and is answered', async (name) => {
    const document = await documentOf(name);
    expect(validate(schema, parse(document))).toEqual([]);

    const { status, errors } = await client.as(chief).send(document, leastVariables(document, await variablesOf(name)));

    expect(status).toBe(200);
    // What is named does not exist, or what was typed is too little for it; the document itself is right.
    const faults = errors.filter(
      ({ extensions: { code, violations } }) => code !== 'NOT_FOUND' && code !== 'FORBIDDEN' && !violations,
    );
    expect(faults).toEqual([]);
  });
});

describe('the documents about programs and law', () => {
  const send = async (who: { token: string }, name: string, variables: object) => {
    const answer = await client.as(who).send(await documentOf(name), variables);
    expect(answer).toSucceed();
    return answer.data;
  };

  it('begin a curriculum, list it, and show it before the law of all countries', async () => {
    const academy = await newAcademy();
    const input = curriculumInput(academy, { modules: [await newModule(academy)] });
    const { createCurriculum } = await send(academy.admin, 'create-curriculum', { input });
    const { curricula } = await send(academy.admin, 'curricula', { filter: { ownerId: academy.id } });
    expect(curricula.edges.map(({ node }: any) => node.id)).toEqual([createCurriculum.curriculum.id]);
    const { alignmentMatrix } = await send(academy.admin, 'alignment-matrix', {
      curriculumId: curricula.edges[0].node.id,
    });
    expect(alignmentMatrix.countries).toHaveLength(7);
  });

  it('record that an act raised its hours', async () => {
    const academy = await newAcademy();
    const act = await newAct('KZ', [{ code: 'content' }]);
    const input = changeInput(act, '2027-01-01', [{ code: 'content' }]);
    const { recordLegalActChange } = await send(academy.admin, 'record-legal-act-change', { input });
    expect(recordLegalActChange.edition.number).toBe(2);
  });

  it('start the curriculum of a request', async () => {
    const [academy, union] = [await newAnswerer(), await newUnion()];
    const request = await proposed(union, academy);
    await done(union.officer, 'acceptProposal', { programRequestId: request.id, version: 1 });
    const templateId = await publishedCurriculum(await newAcademy());
    const input = { programRequestId: request.id, templateId };
    const { startCurriculum } = await send(academy.admin, 'start-curriculum', { input });
    expect(startCurriculum.curriculum.programRequest).toEqual({ number: request.number });
  });

  it('make a rule about what an office must learn, and list who must', async () => {
    const tree = await newRuledTree();
    const { input } = await variablesOf('create-training-rule');
    const given = { ...input, organizationId: tree.federation, courseIds: [tree.course.id] };
    const { createTrainingRule } = await send(tree.chief, 'create-training-rule', { input: given });
    expect(createTrainingRule.rule.withinDays).toBe(90);
    const { trainingDuties } = await send(tree.chief, 'training-duties', { organizationId: tree.federation });
    expect(trainingDuties.edges).toEqual([]);
  });
});
