import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Fragments = GraphQLResolveInfo['fragments'];

/** What a reader selected below a field, fragments included; what a condition may leave out is counted in. */
export class Selection {
  private readonly fields = new Map<string, FieldNode[]>();

  private constructor(
    nodes: readonly FieldNode[],
    private readonly fragments: Fragments,
  ) {
    for (const { selectionSet } of nodes) this.collect(selectionSet);
  }

  /** Below the field that is being resolved. Documents are kept, so each is looked through once. */
  static of({ fieldNodes, fragments }: GraphQLResolveInfo): Selection {
    const [first] = fieldNodes;
    if (!first || fieldNodes.length > 1) return new Selection(fieldNodes, fragments);
    const known = selections.get(first) ?? new Selection(fieldNodes, fragments);
    selections.set(first, known);
    return known;
  }

  has(...names: string[]): boolean {
    return names.some((name) => this.fields.has(name));
  }

  get names(): string[] {
    return [...this.fields.keys()];
  }

  /** The same for selections of the same fields, however deep, that have arguments in the same places. */
  get key(): string {
    this.described ??= this.names
      .map((name) => `${name}${this.isPlain(name) ? '' : '()'}{${this.child(name).key}}`)
      .sort()
      .join();
    return this.described;
  }

  private described: string | undefined;

  /** Whether the field is selected, and nowhere with arguments: then one statement can bring its value along. */
  isPlain(name: string): boolean {
    return this.fields.get(name)?.every((node) => !node.arguments?.length) ?? false;
  }

  /** The only place where the field is selected; null: it is selected several times, or not at all. */
  onlyNode(name: string): FieldNode | null {
    const [node, ...others] = this.fields.get(name) ?? [];
    return node && others.length === 0 ? node : null;
  }

  /** What is selected below a field of this selection; nothing where the field is not. */
  below(...path: string[]): Selection {
    return path.reduce<Selection>((at, name) => at.child(name), this);
  }

  private readonly children = new Map<string, Selection>();

  private child(name: string): Selection {
    const known = this.children.get(name) ?? new Selection(this.fields.get(name) ?? [], this.fragments);
    this.children.set(name, known);
    return known;
  }

  private collect(set: SelectionSetNode | undefined): void {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) this.collect(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        this.collect(this.fragments[selection.name.value]?.selectionSet);
      else this.fields.set(selection.name.value, [...(this.fields.get(selection.name.value) ?? []), selection]);
    }
  }
}

const selections = new WeakMap<FieldNode, Selection>();
