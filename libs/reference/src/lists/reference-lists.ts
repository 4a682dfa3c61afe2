import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BatchLoader, type RequestContext } from '#platform';
import type { Country } from '../country/country.entity.js';
import type { Subdivision } from '../country/subdivision.entity.js';
import type { UnknownCode } from '../reference.reasons.js';
import type { TrainingRole } from '../role/training-role.entity.js';
import type { Sector } from '../sector/sector.entity.js';
import { type Lists, readLists } from './lists.js';
import { type CodePaths, type Codes, unknownCodes } from './unknown-codes.js';

/**
 * The reference lists as every lib reads them. A process keeps one copy; each request that needs it asks once whether
 * it is still the newest, so a load on any node is seen by the next request on every node, for one small query.
 */
@Injectable()
export class ReferenceLists {
  /** Each finds retired records too: what refers to one must still show its name. Null: no such code. */
  readonly countriesByCode = this.loader<Country>((lists) => lists.countries);
  readonly subdivisionsByCode = this.loader<Subdivision>((lists) => lists.subdivisions);
  readonly sectorsByCode = this.loader<Sector>((lists) => lists.sectors);
  readonly rolesByCode = this.loader<TrainingRole>((lists) => lists.roles);

  private readonly ofRequest = new WeakMap<RequestContext, Promise<Lists>>();
  private copy: { version: number; lists: Promise<Lists> } | null = null;

  constructor(private readonly database: DataSource) {}

  /** All lists, the same ones for the whole request. */
  of(asked: RequestContext): Promise<Lists> {
    const known = this.ofRequest.get(asked);
    if (known) return known;
    const lists = this.newest();
    this.ofRequest.set(asked, lists);
    return lists;
  }

  /** A reason for each code that is not in its list, or left it. Ask only about what is newly chosen. */
  unknownCodes(tx: EntityManager, codes: Codes, paths: CodePaths = {}): Promise<UnknownCode[]> {
    return unknownCodes(tx, codes, paths);
  }

  /** The canonical tags of all languages in force, in alphabetical order. */
  async knownLocales(tx: EntityManager): Promise<string[]> {
    const rows: { tag: string }[] = await tx.query(
      'SELECT tag FROM language WHERE retired_at IS NULL ORDER BY tag COLLATE "C"',
    );
    return rows.map(({ tag }) => tag);
  }

  private async newest(): Promise<Lists> {
    const version = await this.version();
    if (this.copy?.version === version) return this.copy.lists;
    const lists = this.database.transaction('REPEATABLE READ', readLists);
    const copy = { version, lists };
    this.copy = copy;
    lists.catch(() => {
      // A failed reading must not be what everybody gets from now on.
      if (this.copy === copy) this.copy = null;
    });
    return lists;
  }

  /** 0 before the first load. */
  private async version(): Promise<number> {
    const [row] = await this.database.query('SELECT version FROM reference_version');
    return row?.version ?? 0;
  }

  private loader<Row>(listIn: (lists: Lists) => Map<string, Row>): BatchLoader<string, Row | null> {
    return new BatchLoader<string, Row | null>(
      async (_codes, asked) => listIn(await this.of(asked)),
      () => null,
    );
  }
}
