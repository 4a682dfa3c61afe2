import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isId, Nodes, type Page, paginate, type Viewer } from '#platform';
import { allowedIn } from '../access/grants.js';
import { MemberImport } from './member-import.entity.js';
import type { ImportRowsArgs } from './member-import.inputs.js';
import { MemberImportRow } from './member-import-row.entity.js';

/** Imports are read by whoever keeps the members of the organization. */
@Injectable()
export class MemberImportReads implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('MemberImport', (id, { viewer }) => this.find(id, viewer));
  }

  async find(id: string, viewer: Viewer | null): Promise<MemberImport | null> {
    if (!viewer || !isId(id)) return null;
    const allowed = allowedIn('list.organization_id', viewer, 'member.manage');
    return this.database
      .createQueryBuilder(MemberImport, 'list')
      .where('list.id = :id', { id })
      .andWhere(allowed.sql, allowed.parameters)
      .getOne();
  }

  /** Rows of an import that the reader was found to see. */
  rows(importId: string, { outcomes, ...page }: ImportRowsArgs): Promise<Page<MemberImportRow>> {
    const rows = this.database
      .createQueryBuilder(MemberImportRow, 'row')
      .where('row.importId = :importId', { importId });
    if (outcomes) rows.andWhere('row.outcome = ANY(CAST(:outcomes AS row_outcome[]))', { outcomes });
    return paginate(rows, page, { by: 'row.number', type: 'int', tie: 'row.personId' });
  }
}
