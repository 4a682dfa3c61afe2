/** Collects the parameters of a statement; `of` answers with the place of its value, such as `$3`. */
export class Binds {
  readonly values: unknown[] = [];

  readonly of = (value: unknown): string => `$${this.values.push(value)}`;

  /** The same, to be cast, as the planner cannot see it: where the value is no reason to plan anew each time (decision 0068). */
  readonly unseen = (value: unknown): string => `(SELECT ${this.of(value)})`;

  /** A number of rows, in the text itself: the planner weighs a limit only when it sees it. */
  readonly count = (rows: number): string => String(Math.trunc(rows));

  /** Takes in a condition with `:named` parameters, as rules about grants are written. */
  predicate({ sql, parameters }: { sql: string; parameters: Record<string, unknown> }): string {
    const places = new Map<string, string>();
    return sql.replace(/(?<!:):(\w+)/g, (_, name: string) => {
      const place = places.get(name) ?? this.of(parameters[name]);
      places.set(name, place);
      return place;
    });
  }
}
