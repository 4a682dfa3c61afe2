import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, isId, Keyset, NestedList, Nodes, type PageUnder, type RequestContext } from '#platform';
import { todaySql } from '../organization/today.js';
import { readSeen } from '../person/read-seen.js';
import { Mandate } from './mandate.entity.js';

export interface MandatesUnder extends PageUnder {
  includeEnded: boolean;
}

@Injectable()
export class MandateLoaders implements OnModuleInit {
  /** Offices in an organization, the longest held first. Who may read them is asked before. */
  readonly ofOrganization: NestedList<Mandate, MandatesUnder>;

  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {
    this.ofOrganization = new NestedList<Mandate, MandatesUnder>(database, {
      row: Mandate,
      alias: 'mandate',
      from: ({ includeEnded }) =>
        `mandate WHERE mandate.organization_id = parent.id
         AND ${includeEnded ? 'true' : `(mandate.ended_on IS NULL OR mandate.ended_on > ${todaySql('mandate.organization_id')})`}`,
      order: new Keyset([
        { column: 'mandate.started_on', type: 'date' },
        { column: 'mandate.id', type: 'uuid' },
      ]),
    });
  }

  onModuleInit(): void {
    this.nodes.register('Mandate', (id, asked) => this.find(id, asked));
  }

  /** Offices that this reader may see: one’s own, and those where one reads the members. */
  readonly ofPerson = new BatchLoader<string, Mandate[]>(
    async (personIds, asked) =>
      grouped(await readSeen(this.database, Mandate, 'person_id', personIds, asked), ({ personId }) => personId),
    () => [],
  );

  private async find(id: string, asked: RequestContext): Promise<Mandate | null> {
    if (!isId(id)) return null;
    const [mandate] = await readSeen(this.database, Mandate, 'id', [id], asked);
    return mandate ?? null;
  }
}
