import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { BatchLoader, grouped } from '#platform';
import { ConventionRatification } from './ilo-convention.entity.js';
import { LegalAct } from './legal-act.entity.js';
import { LegalActEdition } from './legal-act-edition.entity.js';
import { LegalRequirement } from './legal-requirement.entity.js';

/** What lists of the register need, each in one query per request. */
@Injectable()
export class LawLoaders {
  constructor(private readonly database: DataSource) {}

  readonly actById = this.byId(LegalAct);
  readonly editionById = this.byId(LegalActEdition);
  readonly requirementById = this.byId(LegalRequirement);

  /** The newest first. */
  readonly editionsOf = new BatchLoader<string, LegalActEdition[]>(
    async (actIds) => {
      const editions = await this.database.manager.find(LegalActEdition, {
        where: { actId: Any([...actIds]) },
        order: { number: 'DESC' },
      });
      return grouped(editions, ({ actId }) => actId);
    },
    () => [],
  );

  readonly requirementsOf = new BatchLoader<string, LegalRequirement[]>(
    async (editionIds) => {
      const requirements = await this.database.manager.find(LegalRequirement, {
        where: { editionId: Any([...editionIds]) },
        order: { position: 'ASC' },
      });
      return grouped(requirements, ({ editionId }) => editionId);
    },
    () => [],
  );

  readonly ratificationsOf = new BatchLoader<string, ConventionRatification[]>(
    async (conventionIds) => {
      const ratifications = await this.database.manager.find(ConventionRatification, {
        where: { conventionId: Any([...conventionIds]) },
        order: { countryCode: 'ASC' },
      });
      return grouped(ratifications, ({ conventionId }) => conventionId);
    },
    () => [],
  );

  private byId<Row extends { id: string }>(entity: new () => Row): BatchLoader<string, Row | null> {
    return new BatchLoader<string, Row | null>(
      async (ids) => {
        const rows = await this.database
          .getRepository(entity)
          .createQueryBuilder('row')
          .where('row.id = ANY(CAST(:ids AS uuid[]))', { ids })
          .getMany();
        return new Map(rows.map((row) => [row.id, row]));
      },
      () => null,
    );
  }
}
