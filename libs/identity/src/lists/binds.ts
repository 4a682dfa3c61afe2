/** Collects the parameters of a statement; `of` answers with the place of its value, such as `$3`. */
export class Binds {
  readonly values: unknown[] = [];

  readonly of = (value: unknown): string => `$${this.values.push(value)}`;
}
