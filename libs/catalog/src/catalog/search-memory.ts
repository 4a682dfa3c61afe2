import { Injectable } from '@nestjs/common';
import { Changes, Memory } from '#platform';

const MOST_ANSWERS = 2_000;

/**
 * What searches of the published catalog found, which is the same for everybody, until anything of the catalog
 * changes: at once where it is changed, elsewhere with the notice of it.
 */
@Injectable()
export class SearchMemory {
  private readonly answers: Memory<Promise<unknown>>;

  constructor(changes: Changes) {
    this.answers = new Memory(changes, MOST_ANSWERS);
  }

  /** What is known under this key, or what `find` finds; those who ask for it at once get it from the same search. */
  of<Answer>(key: readonly unknown[], find: () => Promise<Answer>): Promise<Answer> {
    const name = keyOf(key);
    const known = this.answers.get(name) as Promise<Answer> | undefined;
    if (known) return known;
    const begun = this.answers.begin();
    const answer = find();
    this.answers.keep(name, answer, begun);
    // A failed search must not be what everybody gets from now on.
    answer.catch(() => this.answers.drop(name, answer));
    return answer;
  }

  /** The same for several of one kind, of which those that are not known are found together. */
  ofEach<Answer>(
    kind: string,
    names: readonly string[],
    find: (unknown: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
  ): Promise<(Answer | undefined)[]> {
    const unknown = [...new Set(names)].filter((name) => !this.answers.get(keyOf([kind, name])));
    const found = unknown.length > 0 ? find(unknown) : null;
    return Promise.all(
      names.map((name) => this.of([kind, name], async () => (await (found ?? find([name]))).get(name))),
    );
  }

  forget(): void {
    this.answers.forget();
  }
}

function keyOf(key: readonly unknown[]): string {
  return JSON.stringify(key);
}
