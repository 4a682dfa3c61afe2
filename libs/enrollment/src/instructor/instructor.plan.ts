import { fullNameSql } from '#identity';
import { type Ahead, jsonRow, type Selection } from '#platform';

const BROUGHT = new Set(['__typename', 'id', 'fullName']);

/** Who teaches an offering, in a statement that has their ids in this column. Null: as for venues. */
export function broughtInstructors(selection: Selection, idsColumn: string): Ahead | null {
  const { names } = selection;
  if (names.length === 0 || !names.every((field) => BROUGHT.has(field))) return null;
  // Asked for one by one: few teach an offering, and a join tempts the planner to read everybody.
  const fullName = `(SELECT ${fullNameSql('person')} FROM person WHERE person.id = teaching.person_id)`;
  const row = jsonRow(
    { id: 'teaching.id', personId: 'teaching.person_id' },
    selection.has('fullName') ? { fullName } : {},
  );
  return {
    sql: `(SELECT coalesce(json_agg(${row.sql} ORDER BY teaching.id), '[]')
      FROM instructor teaching WHERE teaching.id = ANY (${idsColumn}))`,
    read: (rows) => (rows as unknown[][]).map(row.read),
  };
}
