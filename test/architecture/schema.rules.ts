import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

/** A rule of the schema, and the names of what breaks it; empty when all is well. */
export type SchemaRule = (schema: GraphQLSchema) => string[];

const SCALARS = ['DateTime', 'Date', 'Decimal', 'CurrencyCode', 'Locale'];

export const schemaRules: Record<string, SchemaRule> = {
  'everything is described': (schema) => typesOf(schema).flatMap(undescribedIn),
  'there is no scalar that may hold anything': (schema) =>
    typesOf(schema)
      .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && !SCALARS.includes(type.name))
      .map(({ name }) => name),
  'enum values are in capitals': (schema) =>
    typesOf(schema).flatMap((type) =>
      isEnumType(type)
        ? type.getValues().flatMap(({ name }) => (/^[A-Z][A-Z0-9_]*$/.test(name) ? [] : [`${type.name}.${name}`]))
        : [],
    ),
  'a mutation takes one input of its own name': (schema) =>
    mutationsOf(schema)
      .filter(
        ({ name, args }) =>
          args.length !== 1 || args[0]?.name !== 'input' || bare(args[0].type) !== `${capital(name)}Input`,
      )
      .map(({ name }) => name),
  'a mutation answers with a payload of its own name': (schema) =>
    mutationsOf(schema)
      .filter(({ name, type }) => String(type) !== `${capital(name)}Payload!`)
      .map(({ name }) => name),
  'a payload says why it was refused': (schema) =>
    mutationsOf(schema)
      .filter(({ name, type }) => {
        const payload = schema.getType(bare(type));
        return !isObjectType(payload) || String(payload.getFields().errors?.type) !== `[${capital(name)}Error!]!`;
      })
      .map(({ name }) => name),
  'instants and days are told by their names': (schema) =>
    typesOf(schema).flatMap((type) =>
      fieldsOf(type)
        .filter((field) => {
          const ending = {
            DateTime: /(At|From|To|Until)$|^(from|to|until|since)$/,
            Date: /(On|From|To|Until)$|^(on|from|to|until)$/,
          }[bare(field.type)];
          return (
            ending &&
            !isListType(isNonNullType(field.type) ? field.type.ofType : field.type) &&
            !ending.test(field.name)
          );
        })
        .map((field) => `${type.name}.${field.name}`),
    ),
};

function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

function mutationsOf(schema: GraphQLSchema): GraphQLField<unknown, unknown>[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {});
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

function undescribedIn(type: GraphQLNamedType): string[] {
  const isRoot = ['Query', 'Mutation'].includes(type.name);
  const own = type.description || isRoot ? [] : [type.name];
  const values = isEnumType(type) ? type.getValues() : [];
  const parts = [...fieldsOf(type), ...values].flatMap((part) => [
    { name: `${type.name}.${part.name}`, description: part.description },
    ...argumentsOf(part).map((arg) => ({
      name: `${type.name}.${part.name}(${arg.name})`,
      description: arg.description,
    })),
  ]);
  return [...own, ...parts.filter(({ description }) => !description?.trim()).map(({ name }) => name)];
}

function argumentsOf(part: object): readonly GraphQLArgument[] {
  return 'args' in part ? (part.args as readonly GraphQLArgument[]) : [];
}

const bare = (type: unknown) => String(type).replaceAll(/[[\]!]/g, '');
const capital = (name: string) => name.replace(/^./, (letter) => letter.toUpperCase());
