import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isId, Nodes, type Page, type PageArgs, paginate } from '#platform';
import type { OrganizationFilter } from './organization.args.js';
import { Organization } from './organization.entity.js';

/** Organizations are public: who publishes and who belongs where is no secret. */
@Injectable()
export class Organizations implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Organization', (id) => this.find(id));
  }

  async find(id: string): Promise<Organization | null> {
    return isId(id) ? this.database.manager.findOne(Organization, { where: { id } }) : null;
  }

  list(filter: OrganizationFilter, page: PageArgs): Promise<Page<Organization>> {
    const organizations = this.database.createQueryBuilder(Organization, 'organization');
    if (filter.kinds?.length) organizations.andWhere('organization.kind IN (:...kinds)', { kinds: filter.kinds });
    if (filter.countryCodes?.length) {
      organizations.andWhere('organization.countryCode IN (:...countries)', { countries: filter.countryCodes });
    }
    if (filter.sectorCodes?.length) {
      organizations.andWhere(
        `EXISTS (SELECT 1 FROM organization_sector WHERE organization_id = organization.id AND sector_code IN (:...sectors))`,
        { sectors: filter.sectorCodes },
      );
    }
    if (filter.below) {
      organizations.andWhere(
        `EXISTS (SELECT 1 FROM organization_closure WHERE ancestor_id = :below AND descendant_id = organization.id)
         AND organization.id <> :below`,
        { below: filter.below },
      );
    }
    return paginate(organizations, page, { by: 'organization.createdAt', type: 'timestamptz', tie: 'organization.id' });
  }
}
