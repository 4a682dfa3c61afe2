import type { EntityManager } from 'typeorm';
import { newId, type Settings } from '#platform';
import { lookUpOf, seal } from '../national-number/seal.js';
import { nameKeysOf } from '../person/name.rules.js';
import type { MemberImport } from './member-import.entity.js';
import { RowOutcome } from './member-import.enums.js';
import type { MemberRow } from './member-row.rules.js';
import type { RowProblem } from './row-problem.js';

export interface ReadRow {
  number: number;
  member: MemberRow;
  problems: readonly RowProblem[];
}

/** All that takes time is done: nothing but writing is left. */
export type PreparedRow = ReturnType<typeof prepareRow>;

/** A row as it will be kept. Its number is sealed here and not opened again. */
export function prepareRow(keys: Settings['secretKeys'], row: ReadRow) {
  const { names, otherNames, number } = row.member;
  return {
    ...row,
    nameKeys: arrayOf(nameKeysOf(otherNames ? [names, otherNames] : [names])),
    sealed: number && { ...number, lookUp: lookUpOf(keys, number), ...seal(keys, newId(), number.value) },
    personId: newId(),
    membershipId: newId(),
  };
}

/** Each column of the table with its type and what goes there. */
const COLUMNS: Record<string, readonly [type: string, cell: (row: PreparedRow) => unknown]> = {
  number: ['int', ({ number }) => number],
  outcome: ['row_outcome', ({ problems }) => (problems.length > 0 ? RowOutcome.ERROR : RowOutcome.NEW)],
  organization_id: ['uuid', ({ member }) => member.organizationId],
  family_name: ['text', ({ member }) => member.names.familyName],
  given_name: ['text', ({ member }) => member.names.givenName],
  patronymic: ['text', ({ member }) => member.names.patronymic],
  other_family_name: ['text', ({ member }) => member.otherNames?.familyName ?? null],
  other_given_name: ['text', ({ member }) => member.otherNames?.givenName ?? null],
  other_patronymic: ['text', ({ member }) => member.otherNames?.patronymic ?? null],
  born_on: ['date', ({ member }) => member.bornOn],
  email: ['text', ({ member }) => member.email],
  started_on: ['date', ({ member }) => member.startedOn],
  name_keys: ['text', ({ nameKeys }) => nameKeys],
  number_id: ['uuid', ({ sealed }) => sealed?.id ?? null],
  number_type: ['national_number_type', ({ sealed }) => sealed?.type ?? null],
  number_country: ['text', ({ sealed }) => sealed?.countryCode ?? null],
  sealed: ['bytea', ({ sealed }) => sealed?.sealed ?? null],
  key_version: ['smallint', ({ sealed }) => sealed?.keyVersion ?? null],
  look_up: ['bytea', ({ sealed }) => sealed?.lookUp ?? null],
  person_id: ['uuid', ({ personId }) => personId],
  membership_id: ['uuid', ({ membershipId }) => membershipId],
  problems: ['jsonb', ({ problems }) => JSON.stringify(problems)],
};
const NAMES = Object.keys(COLUMNS);

const PLACES = Object.values(COLUMNS).map(([type], place) => `$${place + 5}::${type}[]`);
const SELECTED = NAMES.map((name) => (name === 'name_keys' ? 'name_keys::text[]' : name));

/** Keeps the rows that come after `lastRow`, in one statement. False: somebody else is at it, and nothing was kept. */
export async function stageRows(
  tx: EntityManager,
  { id, reading }: Pick<MemberImport, 'id' | 'reading'>,
  lastRow: number,
  rows: readonly PreparedRow[],
): Promise<boolean> {
  const kept = await tx.query(
    `WITH moved AS (
       UPDATE member_import SET last_row = $4, rows_done = rows_done + cardinality($5::int[])
       WHERE id = $1 AND status = 'READING' AND reading = $2 AND last_row = $3 RETURNING id
     ), kept AS (
       INSERT INTO member_import_row (import_id, ${NAMES.join(', ')})
       SELECT moved.id, ${SELECTED.join(', ')} FROM moved CROSS JOIN unnest(${PLACES.join(', ')}) AS given (${NAMES.join(', ')})
     )
     SELECT id FROM moved`,
    [id, reading, lastRow, rows.at(-1)?.number, ...Object.values(COLUMNS).map(([, cell]) => rows.map(cell))],
  );
  return kept.length > 0;
}

/** Keys are folded: letters, digits and blanks, nothing that would need a quotation mark inside. */
function arrayOf(keys: readonly string[]): string {
  return `{${keys.map((key) => `"${key}"`).join(',')}}`;
}
