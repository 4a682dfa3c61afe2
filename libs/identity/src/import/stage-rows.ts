import type { EntityManager } from 'typeorm';
import { newId, type Settings } from '#platform';
import { lookUpOf, seal } from '../national-number/seal.js';
import { nameKeysOf } from '../person/name.rules.js';
import { RowOutcome } from './member-import.enums.js';
import type { MemberRow } from './member-row.rules.js';
import type { RowProblem } from './row-problem.js';

export interface ReadRow {
  number: number;
  member: MemberRow;
  problems: readonly RowProblem[];
}

/** Each column of the table with its type and what goes there. */
type Cell = (row: ReadRow & { sealed: ReturnType<typeof sealedNumber> }) => unknown;
const COLUMNS: Record<string, readonly [type: string, cell: Cell]> = {
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
  name_keys: [
    'text',
    ({ member }) => arrayOf(nameKeysOf([member.names, ...(member.otherNames ? [member.otherNames] : [])])),
  ],
  number_id: ['uuid', ({ sealed }) => sealed?.id ?? null],
  number_type: ['national_number_type', ({ sealed }) => sealed?.type ?? null],
  number_country: ['text', ({ sealed }) => sealed?.countryCode ?? null],
  sealed: ['bytea', ({ sealed }) => sealed?.sealed ?? null],
  key_version: ['smallint', ({ sealed }) => sealed?.keyVersion ?? null],
  look_up: ['bytea', ({ sealed }) => sealed?.lookUp ?? null],
  person_id: ['uuid', () => newId()],
  membership_id: ['uuid', () => newId()],
  problems: ['jsonb', ({ problems }) => JSON.stringify(problems)],
};
const NAMES = Object.keys(COLUMNS);

/** Keeps rows as they were read, all in one statement. Numbers are sealed here and not opened again. */
export async function stageRows(
  tx: EntityManager,
  keys: Settings['secretKeys'],
  importId: string,
  rows: readonly ReadRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const sealed = rows.map((row) => ({ ...row, sealed: sealedNumber(keys, row.member) }));
  const selected = NAMES.map((name) => (name === 'name_keys' ? 'name_keys::text[]' : name)).join(', ');
  const places = Object.values(COLUMNS).map(([type], place) => `$${place + 2}::${type}[]`);
  await tx.query(
    `INSERT INTO member_import_row (import_id, ${NAMES.join(', ')})
     SELECT $1, ${selected} FROM unnest(${places.join(', ')}) AS given (${NAMES.join(', ')})`,
    [importId, ...Object.values(COLUMNS).map(([, cell]) => sealed.map(cell))],
  );
}

function sealedNumber(keys: Settings['secretKeys'], { number }: MemberRow) {
  if (!number) return null;
  const { type, countryCode, value } = number;
  return { type, countryCode, lookUp: lookUpOf(keys, number), ...seal(keys, newId(), value) };
}

/** Keys are folded: letters, digits and blanks, nothing that would need a quotation mark inside. */
function arrayOf(keys: readonly string[]): string {
  return `{${keys.map((key) => `"${key}"`).join(',')}}`;
}
