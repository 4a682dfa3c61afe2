import { TypeMetadataStorage } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { ACCESS_RULE, type AccessRule } from '#platform';

export interface RootField {
  operation: 'query' | 'mutation';
  name: string;
  /** Null: it states none, and the server refuses it. */
  rule: AccessRule | null;
}

/** Every field of Query and Mutation with the access it states, by name. */
export function rootFieldsOf(schema: GraphQLSchema): RootField[] {
  const rules = new Map<string, AccessRule | undefined>();
  for (const { schemaName, target, methodName } of declared()) {
    rules.set(schemaName, Reflect.getMetadata(ACCESS_RULE, target.prototype[methodName]));
  }
  const fieldsOf = (operation: RootField['operation']): RootField[] => {
    const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    const names = Object.keys(root?.getFields() ?? {}).sort();
    return names.map((name) => ({ operation, name, rule: rules.get(name) ?? null }));
  };
  return [...fieldsOf('query'), ...fieldsOf('mutation')];
}

function declared() {
  return [...TypeMetadataStorage.getQueriesMetadata(), ...TypeMetadataStorage.getMutationsMetadata()];
}

/** The page a reviewer reads: who may call what. */
export function accessTable(fields: readonly RootField[]): string {
  const rows = fields.map(({ operation, name, rule }) => `| ${operation} | \`${name}\` | ${accessOf(rule)} |`);
  return [
    '# Who may call what',
    '',
    'Printed by `npm run schema` from what the root fields declare. A field that declares nothing is refused.',
    'Where in the tree of organizations a permission must be held is asked again by the service.',
    '',
    '| Operation | Field | Access | Why |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function accessOf(rule: AccessRule | null): string {
  if (!rule) return 'nobody | states no access';
  return rule.kind === 'public'
    ? `everybody | ${rule.why}`
    : `\`${rule.permission}\` | signed in, with this permission`;
}
