import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { workerDatabase } from '../../support/database.js';
import { acts, type Enrolled } from '../../support/enrollment.acts.js';
import { type Human, type MadeOffering, world } from '../../support/enrollment.world.js';
import { type SeatBook, seatBookOf } from '../../support/seat-book.js';

const PEOPLE = 6;
const who = fc.nat({ max: PEOPLE - 1 });

/** One thing somebody does. */
type Move =
  | { act: 'enroll' | 'cancel' | 'accept' | 'decline' | 'approve' | 'refuse' | 'expire'; who: number }
  | { act: 'capacity'; seats: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('enroll' as const), who }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('cancel' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('approve' as const, 'refuse' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('accept' as const, 'decline' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('expire' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('capacity' as const), seats: fc.integer({ min: 1, max: 4 }) }) },
);

const history = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  asksApproval: fc.boolean(),
  asksAcceptance: fc.boolean(),
  moves: fc.array(move, { minLength: 1, maxLength: 25 }),
});

class Scene {
  private readonly places = new Map<number, string>();

  constructor(
    private readonly database: DataSource,
    readonly offering: MadeOffering,
    private readonly people: readonly Human[],
  ) {}

  async play(next: Move): Promise<void> {
    if (next.act === 'capacity') {
      await acts.changeCapacity(this.offering.admin, this.offering.id, next.seats);
      return;
    }
    const person = this.people[next.who] as Human;
    if (next.act === 'enroll') {
      const { data } = await acts.enroll(person, this.offering.id);
      const made: Enrolled | null = data.enroll.enrollment;
      if (made) this.places.set(next.who, made.id);
      return;
    }
    const id = this.places.get(next.who);
    if (!id) return;
    const { admin } = this.offering;
    if (next.act === 'cancel') await acts.cancel(person, id);
    if (next.act === 'accept') await acts.accept(person, id);
    if (next.act === 'decline') await acts.decline(person, id);
    if (next.act === 'approve') await acts.decide(admin, id, 'APPROVE');
    if (next.act === 'refuse') await acts.decide(admin, id, 'DECLINE', 'No.');
    if (next.act === 'expire') await this.expire(id);
  }

  book(): Promise<SeatBook> {
    return seatBookOf(this.database, this.offering.id);
  }

  /** An offer runs out: whatever somebody does next finds it ended. */
  private async expire(id: string): Promise<void> {
    await this.database.query(
      `UPDATE enrollment SET offer_expires_at = now() - interval '1 second' WHERE id = $1 AND seat = 'OFFERED'`,
      [id],
    );
    await acts.changeCapacity(this.offering.admin, this.offering.id, (await this.book()).capacity);
  }
}

/** What holds after every step of every history. */
function expectSound({ capacity, counters, rows, queue, unapprovedSeated }: SeatBook): void {
  expect(counters).toEqual({ confirmed: rows.confirmed, offered: rows.offered, waiting: rows.waiting });
  expect(rows.confirmed + rows.offered).toBeLessThanOrEqual(capacity);
  expect(unapprovedSeated).toBe(0);
  if (rows.waiting > 0) expect(rows.confirmed + rows.offered).toBe(capacity);
  expect(queue).toEqual([...new Set(queue)].sort((a, b) => a - b));
}

describe('whatever people do in whatever order', () => {
  it('seats never exceed the capacity, none is free while somebody waits, and nobody sits unapproved', async () => {
    const database = await workerDatabase();
    const people = await world.people(PEOPLE);
    await fc.assert(
      fc.asyncProperty(history, async ({ moves, ...wish }) => {
        const scene = new Scene(database, await world.offering(wish), people);
        for (const next of moves) {
          await scene.play(next);
          expectSound(await scene.book());
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
