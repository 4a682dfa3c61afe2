/** Values of one statement, each written into the SQL by its number. */
export class Binds {
  readonly values: unknown[] = [];

  /** Adds a value and answers with its place, for example `$3`. */
  of(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** A condition with `:named` values, as identity writes them. */
  predicate({ sql, parameters }: { sql: string; parameters: Record<string, unknown> }): string {
    const places = new Map<string, string>();
    return sql.replace(/(?<!:):(\w+)/g, (_, name: string) => {
      const place = places.get(name) ?? this.of(parameters[name]);
      places.set(name, place);
      return place;
    });
  }
}
