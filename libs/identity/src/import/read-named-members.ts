import type { EntityManager } from 'typeorm';
import type { Settings } from '#platform';
import { databaseNow } from '../database-now.js';
import { lookUpOf } from '../national-number/seal.js';
import { Organization } from '../organization/organization.entity.js';
import { todayIn } from '../organization/today.js';
import { type Names, nameKeysOf } from '../person/name.rules.js';
import { type Column, namePeople } from './columns.rules.js';
import { findStoredFile } from './file/stored-file.js';
import { readMemberRow } from './member-row.rules.js';
import { openRows } from './row-batches.js';
import { RowFault, type RowProblem } from './row-problem.js';
import { readSheet } from './sheet/read-sheet.js';
import { FileFault, UnreadableFile } from './sheet/sheet.js';
import { type TableWish, TOP, tableOf } from './table.rules.js';

/** A row that names somebody who should be a member already. */
export interface NamedMember {
  /** As spreadsheets number it, from 1. */
  number: number;
  names: Names;
  /** Null: the row has problems. */
  personId: string | null;
  problems: RowProblem[];
}

export interface NamedMembers {
  columns: Column[];
  rows: NamedMember[];
}

type ReadRow = { number: number } & ReturnType<typeof readMemberRow>;

/**
 * Reads a short list and finds each of its people among the members of the organization and of those below it: by the
 * number, else by the name and, where both are known, the birth date. Throws UnreadableFile, also for too many rows.
 */
export async function readNamedMembers(
  database: EntityManager,
  keys: Settings['secretKeys'],
  list: TableWish & { fileId: string; organizationId: string; mostRows: number },
): Promise<NamedMembers | null> {
  const file = await findStoredFile(database, keys, list.fileId);
  if (!file) return null;
  const { top, batches } = await openRows(await readSheet(file), TOP);
  const { columns, headerRow } = tableOf(top, list);
  if (top.length === 0) throw new UnreadableFile(FileFault.EMPTY);
  if (!namePeople(columns)) throw new UnreadableFile(FileFault.NAMES_NOT_FOUND);

  const organization = await database.findOneByOrFail(Organization, { id: list.organizationId });
  const countries: { code: string }[] = await database.query('SELECT code FROM country');
  const ground = {
    columns,
    countryCode: organization.countryCode,
    countries: new Set(countries.map(({ code }) => code)),
    today: todayIn(organization, await databaseNow(database)),
    organizationId: organization.id,
    // Whose member somebody is matters no further here, so that column is not read.
    organizationsNamed: () => [organization.id],
  };
  const read: ReadRow[] = [];
  for await (const batch of batches(list.mostRows)) {
    const rows = batch.filter(({ number }) => number > headerRow);
    read.push(...rows.map((row) => ({ number: row.number, ...readMemberRow(row, ground) })));
    if (read.length > list.mostRows) throw new UnreadableFile(FileFault.TOO_MANY_ROWS);
  }
  if (read.length === 0) throw new UnreadableFile(FileFault.EMPTY);
  return { columns, rows: withoutRepeats(read, await findMembers(database, keys, organization.id, read)) };
}

/** Ids of those whom each row may mean, by the number of the row. */
async function findMembers(
  database: EntityManager,
  keys: Settings['secretKeys'],
  organizationId: string,
  read: readonly ReadRow[],
): Promise<Map<number, string[]>> {
  const sought = read.filter(({ problems }) => problems.length === 0);
  const rows: { number: number; ids: string[] }[] = await database.query(
    `WITH sought AS (
       SELECT number, keys::text[] AS keys, born_on, type, country, look_up
       FROM unnest($2::int[], $3::text[], $4::date[], $5::national_number_type[], $6::text[], $7::bytea[])
         AS given (number, keys, born_on, type, country, look_up)
     ), numbered AS (
       SELECT sought.number, person_id FROM sought JOIN national_number owner
         ON owner.type = sought.type AND owner.country_code = sought.country AND owner.look_up = sought.look_up
     ), meant AS (
       SELECT sought.number, person.id FROM sought JOIN numbered USING (number)
       JOIN person ON person.id = numbered.person_id AND person.name_keys && sought.keys
       UNION
       SELECT sought.number, namesake.id FROM sought CROSS JOIN LATERAL (
         SELECT person.id, person.born_on FROM person WHERE person.name_keys && sought.keys OFFSET 0
       ) namesake
       WHERE NOT EXISTS (SELECT FROM numbered WHERE numbered.number = sought.number)
         AND coalesce(namesake.born_on = sought.born_on, true)
         AND NOT EXISTS (SELECT FROM national_number other WHERE other.person_id = namesake.id
           AND other.type = sought.type AND other.country_code = sought.country)
     )
     SELECT number, array_agg(DISTINCT id::text) AS ids FROM meant
     WHERE EXISTS (SELECT FROM membership JOIN organization_closure ON descendant_id = membership.organization_id
       WHERE ancestor_id = $1 AND membership.person_id = meant.id AND membership.ended_on IS NULL)
     GROUP BY number`,
    [
      organizationId,
      sought.map(({ number }) => number),
      sought.map(({ member }) => `{${keysOf(member).map((key) => `"${key}"`)}}`),
      sought.map(({ member }) => member.bornOn),
      sought.map(({ member }) => member.number?.type ?? null),
      sought.map(({ member }) => member.number?.countryCode ?? null),
      sought.map(({ member }) => member.number && lookUpOf(keys, member.number)),
    ],
  );
  return new Map(rows.map(({ number, ids }) => [number, ids]));
}

function keysOf({ names, otherNames }: ReadRow['member']): string[] {
  return nameKeysOf(otherNames ? [names, otherNames] : [names]);
}

/** Says of each row whom it means; somebody named twice counts where they stand first. */
function withoutRepeats(read: readonly ReadRow[], found: ReadonlyMap<number, readonly string[]>): NamedMember[] {
  const firstRows = new Map<string, number>();
  return read.map(({ number, member: { names }, problems }) => {
    const [personId = null, another] = found.get(number) ?? [];
    const blamed = (fault: RowFault, row?: number) => [{ fault, column: null, ...(row && { row }) }];
    if (problems.length > 0) return { number, names, personId: null, problems };
    if (!personId) return { number, names, personId: null, problems: blamed(RowFault.NOBODY_FOUND) };
    if (another) return { number, names, personId: null, problems: blamed(RowFault.SEVERAL_FOUND) };
    const first = firstRows.get(personId);
    if (first) return { number, names, personId: null, problems: blamed(RowFault.REPEATS_ROW, first) };
    firstRows.set(personId, number);
    return { number, names, personId, problems: [] };
  });
}
