import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authority, type Viewer } from '#platform';

/** A place somebody may have been named for, and how the viewer stands to it. */
export interface NamedPlace {
  enrollmentId: string;
  offeringId: string;
  personId: string;
  /** Whether the viewer acts for the organization that named the person. */
  isRecommender: boolean;
  decidesForProvider: boolean;
}

/** Who may act on a place that somebody else was named for. */
@Injectable()
export class Recommenders {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
  ) {}

  /** Null: there is no such place. */
  async standing(viewer: Viewer, enrollmentId: string): Promise<NamedPlace | null> {
    const [row] = await this.database.query(
      `SELECT enrollment.id AS "enrollmentId", enrollment.offering_id AS "offeringId",
         enrollment.recommended_by_id AS "recommendedById", enrollment.person_id AS "personId",
         offering.provider_id AS "providerId"
       FROM enrollment JOIN offering ON offering.id = enrollment.offering_id WHERE enrollment.id = $1`,
      [enrollmentId],
    );
    if (!row) return null;
    const { recommendedById, providerId, ...place } = row;
    return {
      ...place,
      isRecommender:
        recommendedById !== null && (await this.authority.holdsIn(viewer, 'enrollment.nominate', recommendedById)),
      decidesForProvider: await this.authority.holdsIn(viewer, 'enrollment.decide', providerId),
    };
  }
}
