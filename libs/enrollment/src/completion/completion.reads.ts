import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allowedIn } from '#identity';
import { BatchLoader, grouped, isId, Nodes, reviveReason, type StoredReason, type Viewer } from '#platform';
import { CompletionLineType } from './completion.type.js';
import { CompletionLine } from './completion-line.entity.js';
import { CompletionSheet } from './completion-sheet.entity.js';

/** Sheets are read by the provider alone: they hold what was said of people. */
@Injectable()
export class CompletionReads implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('CompletionSheet', (id, { viewer }) => this.find(id, viewer));
  }

  /** The lines of a sheet, in the order sent. */
  readonly lines = new BatchLoader<string, CompletionLineType[]>(
    async (sheetIds) => {
      const rows = await this.database
        .createQueryBuilder(CompletionLine, 'line')
        .where('line.sheetId = ANY(:sheetIds)', { sheetIds })
        .orderBy('line.sheetId')
        .addOrderBy('line.position')
        .getMany();
      const sheets = grouped(rows, ({ sheetId }) => sheetId);
      return new Map([...sheets].map(([id, lines]) => [id, lines.map(shown)]));
    },
    () => [],
  );

  private async find(id: string, viewer: Viewer | null): Promise<CompletionSheet | null> {
    if (!viewer || !isId(id)) return null;
    const ofProvider = allowedIn('offering.provider_id', viewer, 'enrollment.read');
    return this.database
      .createQueryBuilder(CompletionSheet, 'sheet')
      .innerJoin('sheet.offering', 'offering')
      .where('sheet.id = :id', { id })
      .andWhere(ofProvider.sql, ofProvider.parameters)
      .getOne();
  }
}

function shown({ refusal, ...line }: CompletionLine): CompletionLineType {
  const { reasons } = (refusal ?? { reasons: [] }) as { reasons: StoredReason[] };
  return Object.assign(new CompletionLineType(), line, { errors: reasons.map(reviveReason) });
}
