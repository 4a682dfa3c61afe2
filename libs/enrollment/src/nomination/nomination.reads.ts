import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allowedIn, apart } from '#identity';
import {
  BatchLoader,
  grouped,
  isId,
  Nodes,
  ofAnyLength,
  type Reason,
  readRows,
  reviveReason,
  type StoredReason,
  type Viewer,
} from '#platform';
import { Nomination } from './nomination.entity.js';
import { NominationLineType } from './nomination.type.js';

interface LineRow {
  nominationId: string;
  position: number;
  personId: string;
  enrollmentId: string | null;
  refusal: { reasons: StoredReason[] } | null;
  note: string | null;
}

/** Letters are read by officers of the organization that sent them, and by the provider. */
@Injectable()
export class NominationReads implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Nomination', (id, { viewer }) => this.find(id, viewer));
  }

  /** The lines of a letter, in the order sent. */
  readonly lines = new BatchLoader<string, NominationLineType[]>(
    async (nominationIds) => {
      const rows: LineRow[] = await readRows(
        this.database,
        `SELECT nomination_id AS "nominationId", position, person_id AS "personId", enrollment_id AS "enrollmentId",
           refusal, note
         FROM nomination_line WHERE nomination_id = ANY(${ofAnyLength('$1')}) ORDER BY nomination_id, position`,
        [nominationIds],
      );
      const letters = grouped(rows, ({ nominationId }) => nominationId);
      return new Map([...letters].map(([id, lines]) => [id, lines.map(shown)]));
    },
    () => [],
  );

  private async find(id: string, viewer: Viewer | null): Promise<Nomination | null> {
    if (!viewer || !isId(id)) return null;
    const ofSender = apart(allowedIn('nomination.organization_id', viewer, 'enrollment.nominate'), 'sender');
    const ofProvider = apart(allowedIn('offering.provider_id', viewer, 'enrollment.read'), 'provider');
    return this.database
      .createQueryBuilder(Nomination, 'nomination')
      .innerJoin('nomination.offering', 'offering')
      .where('nomination.id = :id', { id })
      .andWhere(`(${ofSender.sql} OR ${ofProvider.sql})`)
      .setParameters({ id, ...ofSender.parameters, ...ofProvider.parameters })
      .getOne();
  }
}

function shown({ refusal, ...line }: LineRow): NominationLineType {
  return Object.assign(new NominationLineType(), line, { errors: (refusal?.reasons ?? []).map(revived) });
}

/** JSON knows no moments; sentences do. */
function revived(stored: StoredReason): Reason {
  const values = Object.entries(stored.values).map(([name, value]) => [
    name,
    name.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
  ]);
  return reviveReason({ ...stored, values: Object.fromEntries(values) });
}
