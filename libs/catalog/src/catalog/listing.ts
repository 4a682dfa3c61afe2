import type { RequestContext } from '#platform';
import type { Found } from '../held/found.js';
import type { HeldCatalog } from '../held/held-catalog.service.js';
import { partsOf } from './catalog.conditions.js';
import type { CourseFilter } from './courses.args.js';
import type { SoughtWord } from './text-query.js';
import type { Vocabulary } from './vocabulary.js';

/** What a list was asked for, and what its page, its facets and its count find out about it together. */
export class Listing {
  private finding: Promise<Found | null> | null = null;
  private typed: Promise<SoughtWord[]> | null = null;
  private divided: readonly Listing[] | null = null;
  private doubted: Promise<readonly SoughtWord[]> | null = null;

  constructor(
    readonly asked: RequestContext,
    readonly filter: CourseFilter,
    private readonly held: HeldCatalog,
    private readonly vocabulary: Vocabulary,
  ) {}

  get text(): string {
    return this.filter.text?.trim() ?? '';
  }

  /** Published courses and those beside them, which are found in different ways; the list itself where it holds one of both. */
  get parts(): readonly Listing[] {
    this.divided ??= this.divide();
    return this.divided;
  }

  private divide(): Listing[] {
    const filters = partsOf(this.filter);
    if (filters.length === 1) return [this];
    return filters.map((filter) => new Listing(this.asked, filter, this.held, this.vocabulary));
  }

  /** What is found in memory; null: PostgreSQL must be asked. */
  found(): Promise<Found | null> {
    this.finding ??= this.held.find(this.filter);
    return this.finding;
  }

  /** The words as they were typed, for PostgreSQL. */
  words(): Promise<SoughtWord[]> {
    this.typed ??= this.vocabulary.asTyped(this.text);
    return this.typed;
  }

  /** With those that each may be a misspelling of, where few courses of the list hold them as typed. */
  forgivenWords(): Promise<readonly SoughtWord[]> {
    this.doubted ??= this.doubt();
    return this.doubted;
  }

  private async doubt(): Promise<readonly SoughtWord[]> {
    const found = await this.found();
    return found ? found.sought : this.vocabulary.doubted(this.asked.viewer, this.filter, await this.words());
  }
}
