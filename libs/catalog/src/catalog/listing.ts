import type { RequestContext } from '#platform';
import type { Found } from '../held/found.js';
import type { HeldCatalog } from '../held/held-catalog.service.js';
import { partsOf } from './catalog.conditions.js';
import type { CourseFilter } from './courses.args.js';
import { isForgiving, type SoughtWord, united } from './text-query.js';
import { PLENTY, type Vocabulary } from './vocabulary.js';

/** What a list was asked for, and what its page, its facets and its count find out about it together. */
export class Listing {
  private reading: Promise<Found | null> | null = null;
  private finding: Promise<Found | null> | null = null;
  private typed: Promise<SoughtWord[]> | null = null;
  private divided: readonly [Listing, ...Listing[]] | null = null;
  private doubted: Promise<readonly SoughtWord[]> | null = null;

  constructor(
    readonly asked: RequestContext,
    readonly filter: CourseFilter,
    private readonly held: HeldCatalog,
    private readonly vocabulary: Vocabulary,
    /** The list that this one is a part of. */
    private readonly whole: Listing | null = null,
  ) {}

  get text(): string {
    return this.filter.text?.trim() ?? '';
  }

  /** Published courses and those beside them, which are found in different ways; the list itself where it holds one of both. */
  get parts(): readonly [Listing, ...Listing[]] {
    this.divided ??= this.divide();
    return this.divided;
  }

  private divide(): [Listing, ...Listing[]] {
    const [first, ...others] = partsOf(this.filter);
    if (others.length === 0) return [this];
    const part = (filter: CourseFilter) => new Listing(this.asked, filter, this.held, this.vocabulary, this);
    return [part(first), ...others.map(part)];
  }

  /** What is found in memory; null: PostgreSQL must be asked. */
  found(): Promise<Found | null> {
    this.finding ??= this.find();
    return this.finding;
  }

  private async find(): Promise<Found | null> {
    const found = await this.inMemory();
    if (!found || !this.whole?.text) return found;
    return isForgiving(await this.whole.forgivenWords()) ? found : found.asTyped;
  }

  /** By itself, whatever else the list holds of which it is a part. */
  private inMemory(): Promise<Found | null> {
    this.reading ??= this.held.find(this.filter);
    return this.reading;
  }

  /** The words as they were typed, for PostgreSQL. */
  words(): Promise<SoughtWord[]> {
    this.typed ??= this.vocabulary.asTyped(this.text);
    return this.typed;
  }

  /** With those that each may be a misspelling of, where few courses of the list hold them as typed. */
  forgivenWords(): Promise<readonly SoughtWord[]> {
    this.doubted ??= this.whole?.forgivenWords() ?? this.doubt();
    return this.doubted;
  }

  private async doubt(): Promise<readonly SoughtWord[]> {
    const [first, others] = this.parts;
    const found = await first.inMemory();
    if (found && (!others || found.asTyped.size >= PLENTY)) return found.sought;
    const words = await this.words();
    if (words.length === 0) return words;
    // Where older published courses are not in memory, all are counted by PostgreSQL.
    const [filter, lacking] =
      found?.isWhole && others ? [others.filter, PLENTY - found.asTyped.size] : [this.filter, PLENTY];
    if (await this.vocabulary.isHeldBy(lacking, this.asked.viewer, filter, words)) return words;
    const forgiving = await this.vocabulary.forgiving(words);
    // Memory knows the words of published courses alone, so that other ones are the nearest there.
    return found ? united(forgiving, found.sought) : forgiving;
  }
}
