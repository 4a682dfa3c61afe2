import type { EntityManager } from 'typeorm';

/** Why two records may be one human. */
export enum Likeness {
  NATIONAL_NUMBER = 'NATIONAL_NUMBER',
  NAME_AND_BIRTH_DATE = 'NAME_AND_BIRTH_DATE',
  NAME = 'NAME',
}

export interface FoundDuplicate {
  personId: string;
  /** The strongest one. */
  likeness: Likeness;
}

export interface SoughtPerson {
  organizationId: string;
  nameKeys: readonly string[];
  /** Null: not known. */
  bornOn: string | null;
  /** Null: not given. */
  number: { type: string; countryCode: string; lookUp: Buffer } | null;
}

const MOST = 20;

/** Advisory lock of all likenesses. Whoever adds one person shares it, whoever adds many at once has it alone. */
const LIKES = 1_868_849_604;

/** Instead of `lockLikes`, for so many people that a lock for each would be too many. Hold it briefly. */
export async function lockAllLikes(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LIKES]);
}

/** Whoever adds the same human at the same time waits here, and then finds the other’s record. */
export async function lockLikes(tx: EntityManager, { nameKeys, number }: SoughtPerson): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [LIKES]);
  const keys = [
    ...nameKeys,
    ...(number ? [`${number.type} ${number.countryCode} ${number.lookUp.toString('hex')}`] : []),
  ];
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(key, 1868849603))
     FROM (SELECT key FROM unnest($1::text[]) AS key ORDER BY hashtextextended(key, 1868849603)) AS ordered`,
    [keys],
  );
}

/**
 * Who may be this person: whoever has the number; whoever has the name, in any spelling, and the birth date; and in the
 * organization itself also whoever has the name where one of the birth dates is not known. The likeliest first.
 */
export async function findDuplicates(tx: EntityManager, sought: SoughtPerson): Promise<FoundDuplicate[]> {
  const { organizationId, nameKeys, bornOn, number } = sought;
  const rows: FoundDuplicate[] = await tx.query(
    `SELECT DISTINCT ON (person_id) person_id AS "personId", likeness FROM (
       SELECT person_id, 1 AS rank, 'NATIONAL_NUMBER' AS likeness FROM national_number
       WHERE type = $4::national_number_type AND country_code = $5 AND look_up = $6
       UNION ALL
       SELECT id, 2, 'NAME_AND_BIRTH_DATE' FROM person WHERE born_on = $3::date AND name_keys && $2::text[]
       UNION ALL
       SELECT person.id, 3, 'NAME' FROM membership JOIN person ON person.id = membership.person_id
       WHERE membership.organization_id = $1 AND membership.ended_on IS NULL AND name_keys && $2::text[]
         AND (person.born_on IS NULL OR $3::date IS NULL)
     ) AS alike ORDER BY person_id, rank`,
    [organizationId, nameKeys, bornOn, number?.type ?? null, number?.countryCode ?? null, number?.lookUp ?? null],
  );
  const order = Object.values(Likeness);
  return rows.toSorted((a, b) => order.indexOf(a.likeness) - order.indexOf(b.likeness)).slice(0, MOST);
}
