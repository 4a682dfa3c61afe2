import { type Reason, Refusal } from './reason.js';

/** Runs a mutation’s work and answers with its result, or with the reasons of its refusal. Other errors pass. */
export async function payload<P extends { errors: Reason[] }>(
  Payload: new () => P,
  work: () => Promise<Omit<P, 'errors'>>,
): Promise<P> {
  try {
    const result = await work();
    return Object.assign(new Payload(), result, { errors: [] });
  } catch (error) {
    if (error instanceof Refusal) return Object.assign(new Payload(), { errors: error.reasons });
    throw error;
  }
}
