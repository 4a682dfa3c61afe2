/** Somebody who waits for an answer. */
export interface Waiting<Request, Answer> {
  request: Request;
  /** In milliseconds of this process. */
  since: number;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

export type Settled<Answer> = { answer: Answer } | { error: unknown };

/** Whether there was anything to tell. */
export function tell<Answer>(
  waiting: readonly Waiting<unknown, Answer>[],
  answers: readonly Settled<Answer>[] | null,
): boolean {
  if (!answers) return false;
  for (const [place, { resolve, reject }] of waiting.entries()) {
    const settled = answers[place] ?? { error: new Error('a request was left without an answer') };
    if ('answer' in settled) resolve(settled.answer);
    else reject(settled.error);
  }
  return true;
}

export function rejectAll(waiting: readonly Waiting<unknown, never>[], error: unknown): void {
  for (const { reject } of waiting) reject(error);
}
