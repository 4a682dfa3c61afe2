import type { EntityManager } from 'typeorm';
import { Binds } from '#platform';
import { eachAllowedIn } from '../access/grants.js';
import type { MemberImport } from './member-import.entity.js';
import { RowFault } from './row-problem.js';

/** Rows from this number to that one. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Says of each row of a stretch whether its person is known. The same human: whoever has the number and the name, in
 * any spelling; or, if there is just one, whoever has the name and the birth date. That counts for people alone of whom
 * the importer sees more than the name, or a list would be a way to the data of any stranger. Whoever else is alike
 * keeps the row out until somebody has looked. Who has another number of the same kind is somebody else.
 */
export async function findKnown(
  tx: EntityManager,
  { id, accountId }: Pick<MemberImport, 'id' | 'accountId'>,
  { from, to }: Stretch,
): Promise<void> {
  const binds = new Binds();
  const visible = bound(eachAllowedIn('membership.organization_id', { accountId }, 'member.read'), binds);
  await tx.query(
    `WITH sought AS MATERIALIZED (
       SELECT number, outcome, is_confirmed, organization_id, name_keys, born_on, number_type, number_country, look_up
       FROM member_import_row
       WHERE import_id = ${binds.of(id)} AND number BETWEEN ${binds.of(from)} AND ${binds.of(to)}
         AND outcome IN ('NEW', 'MATCH')
     ), alike AS (
       SELECT sought.number, owner.person_id, true AS has_number, person.name_keys && sought.name_keys AS has_name, false AS has_day
       FROM sought JOIN national_number owner ON owner.type = sought.number_type
         AND owner.country_code = sought.number_country AND owner.look_up = sought.look_up
       JOIN person ON person.id = owner.person_id
       UNION ALL
       SELECT sought.number, namesake.id, false, true, coalesce(namesake.born_on = sought.born_on, false)
       FROM sought CROSS JOIN LATERAL (
         SELECT person.id, person.born_on FROM person WHERE person.name_keys && sought.name_keys OFFSET 0
       ) namesake
       WHERE NOT sought.is_confirmed
         AND CASE WHEN namesake.born_on IS NOT NULL AND sought.born_on IS NOT NULL THEN namesake.born_on = sought.born_on
           ELSE EXISTS (SELECT FROM membership WHERE membership.person_id = namesake.id AND membership.ended_on IS NULL
             AND membership.organization_id = sought.organization_id) END
         AND NOT EXISTS (SELECT FROM national_number other WHERE other.person_id = namesake.id
           AND other.type = sought.number_type AND other.country_code = sought.number_country
           AND other.look_up <> sought.look_up)
     ), found AS (
       SELECT number, bool_or(has_number) AS by_number, CASE
           WHEN bool_or(has_number) THEN min(person_id::text) FILTER (WHERE has_number AND has_name)
           WHEN count(*) = 1 THEN min(person_id::text) FILTER (WHERE has_day) END::uuid AS person_id
       FROM alike GROUP BY number
     ), known AS (
       SELECT found.number, found.by_number, CASE WHEN EXISTS (SELECT FROM membership
         WHERE membership.person_id = found.person_id AND membership.ended_on IS NULL AND ${visible}) THEN found.person_id
         END AS person_id
       FROM found
     )
     UPDATE member_import_row AS row SET known_person_id = known.person_id,
       outcome = CASE WHEN known.person_id IS NOT NULL THEN 'MATCH' WHEN known.number IS NOT NULL THEN 'DUPLICATE'
         ELSE 'NEW' END::row_outcome,
       problems = CASE WHEN known.person_id IS NOT NULL OR known.number IS NULL THEN '[]' ELSE jsonb_build_array(
         jsonb_build_object('column', null, 'fault', CASE WHEN known.by_number
           THEN ${binds.of(RowFault.NUMBER_OF_ANOTHER)} ELSE ${binds.of(RowFault.MAY_BE_KNOWN)} END)) END
     FROM sought LEFT JOIN known USING (number)
     WHERE row.import_id = ${binds.of(id)} AND row.number = sought.number
       AND (known.number IS NOT NULL OR sought.outcome = 'MATCH')`,
    binds.values,
  );
}

/**
 * Keeps out what stands in the file twice: the earlier row counts. Two rows are one person by their number; else by
 * name and birth date, unless their numbers differ; without a birth date, only within one organization.
 */
export async function findRepeats(tx: EntityManager, importId: string): Promise<void> {
  await tx.query(
    `WITH spelled AS (
       SELECT number, look_up, min(number) OVER same_number AS by_number, key,
         min(number) OVER same_name AS by_name, min(number) FILTER (WHERE look_up IS NULL) OVER same_name AS by_bare_name
       FROM member_import_row CROSS JOIN unnest(name_keys) AS key
       WHERE import_id = $1 AND outcome IN ('NEW', 'MATCH')
       WINDOW same_number AS (PARTITION BY number_type, number_country, look_up),
         same_name AS (PARTITION BY key, born_on, CASE WHEN born_on IS NULL THEN organization_id END)
     ), repeats AS (
       SELECT number, min(least(CASE WHEN look_up IS NOT NULL THEN by_number END,
         CASE WHEN look_up IS NULL THEN by_name ELSE by_bare_name END)) AS first
       FROM spelled GROUP BY number
     )
     UPDATE member_import_row AS row SET outcome = 'DUPLICATE', known_person_id = NULL,
       problems = jsonb_build_array(jsonb_build_object('column', null, 'fault', $2::text, 'row', first))
     FROM repeats WHERE row.import_id = $1 AND row.number = repeats.number AND first < row.number`,
    [importId, RowFault.REPEATS_ROW],
  );
}

/** A condition with names in it as one with places. */
export function bound({ sql, parameters }: { sql: string; parameters: Record<string, unknown> }, binds: Binds): string {
  return sql.replaceAll(/(?<!:):([a-z]\w*)/gi, (_, name) => binds.of(parameters[name]));
}
