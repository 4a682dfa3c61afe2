/** `Person.fullName` in SQL, of a table `person` under this alias. */
export function fullNameSql(alias: string): string {
  const parts = ['family_name', 'given_name', 'patronymic'].map((column) => `nullif(${alias}.${column}, '')`);
  return `concat_ws(' ', ${parts.join(', ')})`;
}
