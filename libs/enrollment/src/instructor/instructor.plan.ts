import { fullNameSql } from '#identity';
import type { Selection } from '#platform';

const BROUGHT = new Set(['__typename', 'id', 'fullName']);

/** Who teaches an offering, as JSON in a statement that has its id in this column. Null: as for venues. */
export function broughtInstructors(selection: Selection, offeringColumn: string): string | null {
  const { names } = selection;
  if (names.length === 0 || !names.every((field) => BROUGHT.has(field))) return null;
  const name = selection.has('fullName') ? `, 'brought', json_build_object('fullName', ${fullNameSql('person')})` : '';
  return `(SELECT coalesce(json_agg(json_build_object('id', teaching.id, 'personId', teaching.person_id${name})
      ORDER BY teaching.id), '[]')
    FROM instructor teaching ${name ? 'JOIN person ON person.id = teaching.person_id' : ''}
    WHERE teaching.id = ANY (ARRAY(
      SELECT session_instructor.instructor_id FROM session
      JOIN session_instructor ON session_instructor.session_id = session.id
      WHERE session.offering_id = ${offeringColumn})))`;
}
