import type { Answer } from './client.js';

declare global {
  namespace jest {
    interface Matchers<R> {
      /** One top-level error with this code (`FORBIDDEN`), or one reason of this type (`OfferingFull`) in the payload. */
      toBeRefusedWith(name: string): R;
      /** No top-level error, and no reason in any payload. */
      toSucceed(): R;
    }
  }
}

expect.extend({
  toBeRefusedWith(answer: Answer, name: string) {
    const names = refusals(answer);
    return {
      pass: names.length === 1 && names[0] === name,
      message: () => `expected one refusal, ${name}, but the answer was ${JSON.stringify(shown(answer), null, 2)}`,
    };
  },
  toSucceed(answer: Answer) {
    return {
      pass: answer.data !== null && refusals(answer).length === 0,
      message: () => `expected no refusal, but the answer was ${JSON.stringify(shown(answer), null, 2)}`,
    };
  },
});

/** Codes of the top-level errors and type names of the reasons; a reason asked for without `__typename` is `?`. */
function refusals({ data, errors }: Answer): string[] {
  const payloads = Object.values((data ?? {}) as Record<string, { errors?: { __typename?: string }[] } | null>);
  const reasons = payloads.flatMap((payload) => (Array.isArray(payload?.errors) ? payload.errors : []));
  return [...errors.map(({ extensions }) => extensions.code), ...reasons.map(({ __typename = '?' }) => __typename)];
}

const shown = ({ status, data, errors }: Answer) => ({ status, data, errors });
