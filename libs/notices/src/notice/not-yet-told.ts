/** SQL: whether no notice has this key yet. `key` is an expression, such as `enrollment.id || ':REMINDER'`. */
export function notYetTold(key: string): string {
  return `NOT EXISTS (SELECT FROM notice WHERE notice.dedupe_key = ${key})`;
}
