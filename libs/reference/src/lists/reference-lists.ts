import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BatchLoader, Changes, onPrimary, type RequestContext } from '#platform';
import type { Country } from '../country/country.entity.js';
import type { Subdivision } from '../country/subdivision.entity.js';
import type { UnknownCode } from '../reference.reasons.js';
import type { TrainingRole } from '../role/training-role.entity.js';
import type { Sector } from '../sector/sector.entity.js';
import { type Lists, readLists } from './lists.js';
import { type CodePaths, type Codes, unknownCodes } from './unknown-codes.js';

/** At once when the lists are at hand. */
export type Listed<Row> = (Row | null)[] | Promise<(Row | null)[]>;

/** For how long, in milliseconds, silence means that nothing has changed, should a notice have been lost. */
const SILENCE = 10_000;

/**
 * The reference lists as every lib reads them. A process keeps one copy. While this node hears of changes and there was
 * none, requests take it as it is; otherwise they ask once whether it is still the newest.
 */
@Injectable()
export class ReferenceLists {
  /** Each finds retired records too: what refers to one must still show its name. Null: no such code. */
  readonly countriesByCode = this.loader<Country>((lists) => lists.countries);
  readonly subdivisionsByCode = this.loader<Subdivision>((lists) => lists.subdivisions);
  readonly sectorsByCode = this.loader<Sector>((lists) => lists.sectors);
  readonly rolesByCode = this.loader<TrainingRole>((lists) => lists.roles);

  private readonly ofRequest = new WeakMap<RequestContext, Lists | Promise<Lists>>();
  private copy: { version: number; lists: Promise<Lists> } | null = null;
  /** Known to be the newest until then. */
  private current: { lists: Lists; until: number } | null = null;
  private hears = false;
  /** Counts what was heard, so that lists read while something changed are not taken for current. */
  private moment = 0;

  constructor(
    private readonly database: DataSource,
    changes: Changes,
  ) {
    changes.on('changed', (types) => {
      // Named types are those of seats; a load of these lists names none.
      if (!types) this.doubt();
    });
    changes.on('deaf', () => this.doubt(false));
    changes.on('heard', () => this.doubt(true));
  }

  /** All lists, the same ones for the whole request; at once when they are known to be the newest. */
  of(asked: RequestContext): Lists | Promise<Lists> {
    const known = this.ofRequest.get(asked);
    if (known) return known;
    const lists = this.current && this.current.until > Date.now() ? this.current.lists : onPrimary(() => this.newest());
    this.ofRequest.set(asked, lists);
    return lists;
  }

  /** The records of these codes, retired ones too, in their order; null: no such code. */
  records<Row>(
    asked: RequestContext,
    listIn: (lists: Lists) => Map<string, Row>,
    codes: readonly string[],
  ): Listed<Row> {
    const pick = (lists: Lists) => codes.map((code) => listIn(lists).get(code) ?? null);
    const lists = this.of(asked);
    return lists instanceof Promise ? lists.then(pick) : pick(lists);
  }

  /** The record of this code, a retired one too; null: no such code. At once when the lists are at hand. */
  record<Row>(
    asked: RequestContext,
    listIn: (lists: Lists) => Map<string, Row>,
    code: string,
  ): Row | null | Promise<Row | null> {
    const lists = this.of(asked);
    if (lists instanceof Promise) return lists.then((all) => listIn(all).get(code) ?? null);
    return listIn(lists).get(code) ?? null;
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

  private doubt(hears = this.hears): void {
    this.hears = hears;
    this.moment += 1;
    this.current = null;
  }

  private async newest(): Promise<Lists> {
    const begun = this.moment;
    const lists = await this.read(await this.version());
    if (this.hears && begun === this.moment) this.current = { lists, until: Date.now() + SILENCE };
    return lists;
  }

  private read(version: number): Promise<Lists> {
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
