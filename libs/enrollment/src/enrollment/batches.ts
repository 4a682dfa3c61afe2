import { GraphQLError } from 'graphql';
import { faults } from '#platform';
import type { Lanes } from './lanes.js';

interface Waiting<Request, Answer> {
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

export type Settled<Answer> = { answer: Answer } | { error: unknown };

const LARGEST_BATCH = 50;
const LONGEST_LINE = 5_000;

/**
 * Gathers what is asked of one offering while its lane is busy, and decides it together: a rush costs one
 * transaction per batch instead of one per person. One refused line leaves the others alone.
 */
export class Batches<Request, Answer> {
  /** A line exists while a turn in the lane is taken for it. */
  private readonly lines = new Map<string, Waiting<Request, Answer>[]>();

  constructor(
    private readonly lanes: Lanes,
    private readonly decide: (offeringId: string, requests: Request[]) => Promise<Settled<Answer>[]>,
    /** Two requests of the same identity never share a batch: the second must see what became of the first. */
    private readonly identityOf: (request: Request) => string | null,
  ) {}

  submit(offeringId: string, request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const line = this.lines.get(offeringId);
      if (line && line.length >= LONGEST_LINE) return reject(faults.unavailable());
      const waiting = { request, resolve, reject };
      if (line) return void line.push(waiting);
      this.lines.set(offeringId, [waiting]);
      this.takeTurn(offeringId);
    });
  }

  private takeTurn(offeringId: string): void {
    this.lanes.run(offeringId, () => this.serve(offeringId)).catch((error) => this.turnAway(offeringId, error));
  }

  /** One batch per turn, so that a cancellation behind a long line has its turn too. */
  private async serve(offeringId: string): Promise<void> {
    const line = this.lines.get(offeringId) ?? [];
    await this.settle(offeringId, this.cut(line));
    if (line.length > 0) this.takeTurn(offeringId);
    else this.lines.delete(offeringId);
  }

  private cut(line: Waiting<Request, Answer>[]): Waiting<Request, Answer>[] {
    const identities = new Set<string>();
    const isTwin = ({ request }: Waiting<Request, Answer>) => {
      const identity = this.identityOf(request);
      if (identity === null) return false;
      const isKnown = identities.has(identity);
      identities.add(identity);
      return isKnown;
    };
    const firstTwin = line.slice(0, LARGEST_BATCH).findIndex(isTwin);
    return line.splice(0, firstTwin === -1 ? LARGEST_BATCH : firstTwin);
  }

  private async settle(offeringId: string, batch: Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await this.decide(
        offeringId,
        batch.map(({ request }) => request),
      );
      for (const [place, { resolve, reject }] of batch.entries()) {
        const settled = answers[place] ?? { error: new Error('a request was left without an answer') };
        if ('answer' in settled) resolve(settled.answer);
        else reject(settled.error);
      }
    } catch (error) {
      // A fault concerns everybody: contention, or a database away, whose commit may even have happened.
      if (batch.length === 1 || error instanceof GraphQLError) for (const { reject } of batch) reject(error);
      else for (const single of batch) await this.settle(offeringId, [single]);
    }
  }

  private turnAway(offeringId: string, error: unknown): void {
    const line = this.lines.get(offeringId) ?? [];
    this.lines.delete(offeringId);
    for (const { reject } of line) reject(error);
  }
}
