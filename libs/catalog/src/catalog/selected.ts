import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Names of the fields selected below a field along a path, such as `edges`, `node`; fragments included. */
export function selectedBelow(info: GraphQLResolveInfo, ...path: string[]): Set<string> {
  let fields: FieldNode[] = [...info.fieldNodes];
  for (const name of path) fields = below(fields, info).filter((field) => field.name.value === name);
  return new Set(below(fields, info).map((field) => field.name.value));
}

function below(fields: readonly FieldNode[], info: GraphQLResolveInfo): FieldNode[] {
  return fields.flatMap((field) => fieldsOf(field.selectionSet, info));
}

function fieldsOf(set: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info);
    return fieldsOf(info.fragments[selection.name.value]?.selectionSet, info);
  });
}
