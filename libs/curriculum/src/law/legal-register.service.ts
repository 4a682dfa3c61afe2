import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Page, paginate } from '#platform';
import { IloConvention } from './ilo-convention.entity.js';
import { LegalAct } from './legal-act.entity.js';
import type { LegalActsArgs } from './legal-acts.args.js';

/** Reading the register. */
@Injectable()
export class LegalRegister {
  constructor(private readonly database: DataSource) {}

  list({ filter, ...page }: LegalActsArgs): Promise<Page<LegalAct>> {
    const acts = this.database.getRepository(LegalAct).createQueryBuilder('act').where('act.retiredAt IS NULL');
    const { countryCodes, areas, statuses } = filter ?? {};
    if (countryCodes?.length) acts.andWhere('act.countryCode = ANY(CAST(:countryCodes AS text[]))', { countryCodes });
    if (areas?.length) acts.andWhere('act.areas && CAST(:areas AS legal_area[])', { areas });
    if (statuses?.length) acts.andWhere('act.status = ANY(CAST(:statuses AS legal_act_status[]))', { statuses });
    return paginate(acts, page, { by: 'act.code', type: 'text', tie: 'act.id' });
  }

  conventions(): Promise<IloConvention[]> {
    return this.database.manager.find(IloConvention, { order: { number: 'ASC' } });
  }
}
