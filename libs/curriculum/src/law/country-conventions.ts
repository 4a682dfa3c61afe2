import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { BatchLoader, grouped, type RequestContext } from '#platform';
import { ConventionRatification, type IloConvention } from './ilo-convention.entity.js';
import { LegalRegister } from './legal-register.service.js';
import { type ConventionStanding, standingOn } from './standing.rules.js';

export interface CountryConventionRow {
  convention: IloConvention;
  standing: ConventionStanding;
  /** Null: the register says nothing of the country. */
  ratification: ConventionRatification | null;
}

/** Where countries stand with the conventions, for however many of them in two queries. */
@Injectable()
export class CountryConventions {
  constructor(
    private readonly database: DataSource,
    private readonly register: LegalRegister,
  ) {}

  private readonly all = new BatchLoader<'all', IloConvention[]>(
    async () => new Map([['all', await this.register.conventions()]]),
    () => [],
  );

  private readonly ratifiedBy = new BatchLoader<string, ConventionRatification[]>(
    async (countryCodes) => {
      const where = { countryCode: Any([...countryCodes]) };
      const rows = await this.database.manager.find(ConventionRatification, { where });
      return grouped(rows, ({ countryCode }) => countryCode);
    },
    () => [],
  );

  async of(countryCode: string, on: string, asked: RequestContext): Promise<CountryConventionRow[]> {
    const [conventions, ratifications] = await Promise.all([
      this.all.of(asked).load('all'),
      this.ratifiedBy.of(asked).load(countryCode),
    ]);
    return conventions.map((convention) => {
      const ratification = ratifications.find(({ conventionId }) => conventionId === convention.id) ?? null;
      return { convention, ratification, standing: standingOn(on, convention, ratification) };
    });
  }
}
