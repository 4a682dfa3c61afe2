import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Changes } from '#platform';

const MOST_ANSWERS = 2_000;
/** Milliseconds after which the catalog is searched again, should the notice of a change have been lost. */
const MOST_AGE = 10_000;

/**
 * What searches of the published catalog found, which is the same for everybody, until anything of the catalog
 * changes: at once where it is changed, elsewhere with the notice of it.
 */
@Injectable()
export class SearchMemory {
  private readonly answers = new LRUCache<string, Promise<unknown>>({ max: MOST_ANSWERS, ttl: MOST_AGE });
  private hears = false;

  constructor(changes: Changes) {
    changes.on('changed', (types) => {
      // Named types are those of seats, which no search looks at.
      if (!types) this.forget();
    });
    changes.on('deaf', () => this.listen(false));
    changes.on('heard', () => this.listen(true));
  }

  /** What is known under this key, or what `find` finds; those who ask for it at once get it from the same search. */
  async of<Answer>(key: readonly unknown[], find: () => Promise<Answer>): Promise<Answer> {
    if (!this.hears) return find();
    const name = keyOf(key);
    const known = this.answers.get(name) as Promise<Answer> | undefined;
    if (known) return known;
    const answer = find();
    this.answers.set(name, answer);
    answer.catch(() => {
      // A failed search must not be what everybody gets from now on.
      if (this.answers.peek(name) === answer) this.answers.delete(name);
    });
    return answer;
  }

  /** The same for several of one kind, of which those that are not known are found together. */
  ofEach<Answer>(
    kind: string,
    names: readonly string[],
    find: (unknown: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
  ): Promise<(Answer | undefined)[]> {
    const unknown = [...new Set(names)].filter((name) => !this.hears || !this.answers.has(keyOf([kind, name])));
    const found = unknown.length > 0 ? find(unknown) : null;
    return Promise.all(
      names.map((name) => this.of([kind, name], async () => (await (found ?? find([name]))).get(name))),
    );
  }

  forget(): void {
    this.answers.clear();
  }

  private listen(hears: boolean): void {
    this.hears = hears;
    this.forget();
  }
}

function keyOf(key: readonly unknown[]): string {
  return JSON.stringify(key);
}
