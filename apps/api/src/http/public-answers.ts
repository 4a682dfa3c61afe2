import { type Changes, PublicAnswers, type Settings } from '#platform';

/** Milliseconds after which an answer is made again even if no change was heard of. */
const MOST_AGE = 10_000;

/** Answers for everybody, forgotten when what they tell has changed on any node. */
export function publicAnswers({ cacheBytes }: Settings, changes: Changes): PublicAnswers {
  const answers = new PublicAnswers(cacheBytes, MOST_AGE);
  changes.on('heard', () => answers.open());
  changes.on('deaf', () => answers.close());
  changes.on('changed', (types) => answers.forget(types));
  return answers;
}
