import type { EntityManager } from 'typeorm';

export interface RequirementOrigin {
  id: string;
  code: string;
  editionId: string;
  actId: string;
  countryCode: string;
}

/** Where a requirement comes from; null: there is none. */
export async function originOf(tx: EntityManager, requirementId: string): Promise<RequirementOrigin | null> {
  const [row]: RequirementOrigin[] = await tx.query(
    `SELECT requirement.id, requirement.code, edition.id AS "editionId", act.id AS "actId",
       act.country_code AS "countryCode"
     FROM legal_requirement requirement JOIN legal_act_edition edition ON edition.id = requirement.edition_id
     JOIN legal_act act ON act.id = edition.act_id WHERE requirement.id = $1`,
    [requirementId],
  );
  return row ?? null;
}
