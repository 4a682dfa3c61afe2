import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, NestedList, ofAnyLength, readRows } from '#platform';
import { Offering } from '../offering/offering.entity.js';
import { BY_START } from '../offering/offering.queries.js';

export interface OfferingLawRow {
  offeringId: string;
  editionId: string;
  /** Null: no edition of the act is in force on the first day of the offering. */
  editionAtStartId: string | null;
  curriculumVersionIds: string[];
}

@Injectable()
export class OfferingLawLoaders {
  /** Offerings that were scheduled under an edition. */
  readonly under: NestedList<Offering>;

  constructor(private readonly database: DataSource) {
    this.under = new NestedList(database, {
      row: Offering,
      alias: 'offering',
      from: () => 'offering WHERE offering.id IN (SELECT offering_id FROM offering_law WHERE edition_id = parent.id)',
      order: BY_START,
    });
  }

  /** The editions an offering was scheduled under, in the order of the acts’ codes. */
  readonly of = new BatchLoader<string, OfferingLawRow[]>(
    async (offeringIds) => {
      const rows: OfferingLawRow[] = await readRows(this.database, LAW, [offeringIds]);
      return grouped(rows, ({ offeringId }) => offeringId);
    },
    () => [],
  );
}

const LAW = `
  SELECT noted.*, (SELECT id FROM legal_act_edition later WHERE later.act_id = act.id
    AND (offering.starts_at AT TIME ZONE offering.time_zone)::date <@
      daterange(later.in_force_from, later.in_force_until, '[)')) AS "editionAtStartId"
  FROM (SELECT offering_id AS "offeringId", edition_id AS "editionId",
      array_agg(curriculum_version_id ORDER BY curriculum_version_id) AS "curriculumVersionIds"
    FROM offering_law WHERE offering_id = ANY(${ofAnyLength('$1')}) GROUP BY offering_id, edition_id) noted
  JOIN offering ON offering.id = noted."offeringId"
  JOIN legal_act_edition edition ON edition.id = noted."editionId" JOIN legal_act act ON act.id = edition.act_id
  ORDER BY act.code`;
