/** An answer as it is sent: the same bytes to everybody who asks the same in the same language. */
export interface PublicAnswer {
  body: Buffer;
  headers: Readonly<Record<string, string>>;
  etag: string;
  /** GraphQL types it was made of. */
  types: ReadonlySet<string>;
}

interface Kept extends PublicAnswer {
  until: number;
  bytes: number;
}

/** What an entry costs beside its body and key, roughly. */
const OVERHEAD = 1_000;

/** Answers for everybody, kept while they are true: as much as fits, the least recently asked for leave first. */
export class PublicAnswers {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;
  private isOpen = false;
  /** Counts the changes heard of; an answer begun before one of its types changed is not kept. */
  private moment = 0;
  private changedAt = new Map<string, number>();
  private allChangedAt = 0;

  constructor(
    private readonly mostBytes: number,
    /** Milliseconds after which an answer is made again, should the notice of a change have been lost. */
    private readonly mostAge: number,
  ) {}

  get(key: string): PublicAnswer | null {
    const found = this.kept.get(key);
    if (!found) return null;
    this.kept.delete(key);
    if (found.until <= Date.now()) {
      this.bytes -= found.bytes;
      return null;
    }
    this.kept.set(key, found);
    return found;
  }

  /** To be given to `keep` with the answer whose making begins now. */
  begin(): number {
    return this.moment;
  }

  keep(key: string, answer: PublicAnswer, begun: number): void {
    const bytes = answer.body.length + 2 * key.length + OVERHEAD;
    if (!this.isOpen || bytes > this.mostBytes / 10 || this.hasChangedSince(begun, answer.types)) return;
    this.drop(key);
    this.kept.set(key, { ...answer, until: Date.now() + this.mostAge, bytes });
    this.bytes += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.mostBytes) break;
      this.drop(oldest);
    }
  }

  /** Something of these types changed; null: of any. */
  forget(types: readonly string[] | null): void {
    this.moment += 1;
    if (!types) {
      this.allChangedAt = this.moment;
      this.kept.clear();
      this.bytes = 0;
      return;
    }
    for (const type of types) this.changedAt.set(type, this.moment);
    for (const [key, { types: of }] of this.kept) if (types.some((type) => of.has(type))) this.drop(key);
  }

  /** Changes are heard from now on. */
  open(): void {
    this.forget(null);
    this.isOpen = true;
  }

  /** Changes are not heard any more: nothing is kept until they are. */
  close(): void {
    this.isOpen = false;
    this.forget(null);
  }

  private hasChangedSince(begun: number, types: ReadonlySet<string>): boolean {
    if (this.allChangedAt > begun) return true;
    return [...this.changedAt].some(([type, at]) => at > begun && types.has(type));
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.bytes ?? 0;
    this.kept.delete(key);
  }
}
