import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { acts, linesIn, reservationIn } from './enrollment.acts.js';
import { type Human, type MadeOffering, world } from './enrollment.world.js';
import { membersOf, newTree, officerOf, type Tree } from './nomination.world.js';
import { type SeatBook, seatBookOf } from './seat-book.js';

const PEOPLE = 6;
const who = fc.nat({ max: PEOPLE - 1 });
const seats = fc.integer({ min: 1, max: 2 });

/** What is asked of the enrollment of one person, if there is one. */
type Simple = 'cancel' | 'withdraw' | 'accept' | 'decline' | 'approve' | 'refuse' | 'expire' | 'come' | 'stay';

/** One thing somebody does. */
export type Move =
  | { act: Simple | 'enroll'; who: number }
  | { act: 'capacity'; seats: number }
  | { act: 'reserve'; seats: number }
  | { act: 'pass'; seats: number }
  | { act: 'giveBack'; seats: number }
  | { act: 'runOut' }
  | { act: 'nominate'; who: number; reserved: boolean }
  | { act: 'substitute'; who: number; by: number };

const simple = (...names: (Simple | 'enroll')[]) => fc.record({ act: fc.constantFrom(...names), who });

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: simple('enroll') },
  { weight: 3, arbitrary: simple('cancel', 'withdraw') },
  { weight: 4, arbitrary: simple('approve', 'refuse') },
  { weight: 2, arbitrary: simple('accept', 'decline') },
  { weight: 2, arbitrary: simple('come', 'stay') },
  { weight: 1, arbitrary: simple('expire') },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('capacity' as const), seats: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('reserve' as const, 'pass' as const), seats }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('giveBack' as const), seats }) },
  { weight: 1, arbitrary: fc.constant({ act: 'runOut' as const }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('nominate' as const), who, reserved: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('substitute' as const), who, by: who }) },
);

/** No layer, the provider’s, those of the union, and one where nobody can decide. */
const layers = fc.constantFrom<string[]>(
  [],
  ['PROVIDER'],
  ['PRIMARY_ORGANIZATION', 'REGIONAL_BRANCH'],
  ['TERRITORIAL_ASSOCIATION', 'PROVIDER'],
  ['SECTORAL_UNION'],
);

export const history = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  approvalLayers: layers,
  asksAcceptance: fc.boolean(),
  asksNomineeAcceptance: fc.boolean(),
  moves: fc.array(move, { minLength: 1, maxLength: 25 }),
});

export interface Cast {
  tree: Tree;
  people: Human[];
  officers: { primary: Human; branch: Human };
}

/** Six members of one primary organization, and those who speak for it and for its branch; nobody does for the others. */
export async function newCast(): Promise<Cast> {
  const tree = await newTree();
  const officers = { primary: await officerOf(tree.primary), branch: await officerOf(tree.branch) };
  return { tree, people: await membersOf(tree.primary, PEOPLE), officers };
}

/** One offering, and what people do with it. A move that is refused changes nothing, so every history is legal. */
export class Scene {
  private readonly places = new Map<number, string>();
  private readonly reservations: string[] = [];

  private constructor(
    private readonly database: DataSource,
    private readonly cast: Cast,
    readonly offering: MadeOffering,
  ) {}

  static async open(database: DataSource, cast: Cast, wish: object): Promise<Scene> {
    return new Scene(database, cast, await world.offering(wish));
  }

  book(): Promise<SeatBook> {
    return seatBookOf(this.database, this.offering.id);
  }

  async play(next: Move): Promise<void> {
    if (next.act === 'capacity') await acts.changeCapacity(this.offering.admin, this.offering.id, next.seats);
    else if (next.act === 'reserve' || next.act === 'pass') await this.reserve(next);
    else if (next.act === 'giveBack') await this.giveBack(next.seats);
    else if (next.act === 'runOut') await this.runOut();
    else if (next.act === 'nominate') await this.nominate(next);
    else if (next.act === 'substitute') await this.substitute(next);
    else await this.ofPerson(next);
  }

  private async ofPerson({ act, who: place }: { act: Simple | 'enroll'; who: number }): Promise<void> {
    if (act === 'enroll') await this.enroll(place);
    else await this.change(act, place);
  }

  private async enroll(place: number): Promise<void> {
    const { data } = await acts.enroll(this.person(place), this.offering.id);
    if (data.enroll.enrollment) this.places.set(place, data.enroll.enrollment.id);
  }

  /** The branch gets seats from the provider; the primary organization some of the branch’s. */
  private async reserve({ act, seats }: { act: 'reserve' | 'pass'; seats: number }): Promise<void> {
    const { tree, officers } = this.cast;
    const [branch] = this.reservations;
    const wish = { offeringId: this.offering.id, seats };
    const answer =
      act === 'reserve' || !branch
        ? await acts.reserve(this.offering.admin, { ...wish, organizationId: tree.branch })
        : await acts.reserve(officers.branch, { ...wish, organizationId: tree.primary, fromReservationId: branch });
    if (answer.data.reserveSeats.reservation) this.reservations.push(reservationIn(answer).id);
  }

  private async giveBack(seats: number): Promise<void> {
    const last = this.reservations.at(-1);
    if (last) await acts.releaseSeats(this.offering.admin, last, seats);
  }

  /** The day of all reservations has come: whatever somebody does next finds them ended. */
  private async runOut(): Promise<void> {
    await this.database.query(
      `UPDATE seat_reservation SET release_on = current_date, release_at = now() - interval '1 second'
       WHERE offering_id = $1`,
      [this.offering.id],
    );
    await this.touch();
  }

  private async nominate({ who: place, reserved }: { who: number; reserved: boolean }): Promise<void> {
    const { tree, officers } = this.cast;
    const reservationId = reserved ? this.reservations[0] : undefined;
    const people = [{ personId: this.person(place).personId, reservationId }];
    const wish = { offeringId: this.offering.id, organizationId: tree.branch, people };
    const [line] = linesIn(await acts.nominate(officers.branch, wish));
    if (line?.enrollment) this.places.set(place, line.enrollment.id);
  }

  private async substitute({ who: place, by }: { who: number; by: number }): Promise<void> {
    const id = this.places.get(place);
    if (!id) return;
    const { data } = await acts.substitute(this.offering.admin, id, this.person(by).personId);
    const made = data.substituteEnrollee.enrollment;
    if (made) this.places.set(by, made.id);
  }

  private async change(act: Simple, place: number): Promise<void> {
    const id = this.places.get(place);
    if (!id) return;
    const person = this.person(place);
    if (act === 'cancel') await acts.cancel(person, id);
    if (act === 'withdraw') await acts.withdraw(this.cast.officers.branch, id);
    if (act === 'accept') await acts.accept(person, id);
    if (act === 'decline') await acts.decline(person, id);
    if (act === 'come') await acts.answer(person, id, 'ACCEPT');
    if (act === 'stay') await acts.answer(person, id, 'DECLINE');
    if (act === 'approve') await this.decide((who) => acts.agree(who, id));
    if (act === 'refuse') await this.decide((who) => acts.decide(who, id, 'DECLINE', 'No.'));
    if (act === 'expire') await this.expire(id);
  }

  /** Whoever is asked decides; the others are told that they are not. */
  private async decide(decision: (who: { token: string }) => Promise<{ data: Record<string, any> }>): Promise<void> {
    const { primary, branch } = this.cast.officers;
    for (const officer of [primary, branch, this.offering.admin]) {
      const { data } = await decision(officer);
      if (data.decideApproval?.enrollment) return;
    }
  }

  /** An offer runs out. */
  private async expire(id: string): Promise<void> {
    await this.database.query(
      `UPDATE enrollment SET offer_expires_at = now() - interval '1 second' WHERE id = $1 AND seat = 'OFFERED'`,
      [id],
    );
    await this.touch();
  }

  /** Changes nothing, and lets what is overdue happen. */
  private async touch(): Promise<void> {
    await acts.changeCapacity(this.offering.admin, this.offering.id, (await this.book()).capacity);
  }

  private person(place: number): Human {
    return this.cast.people[place] as Human;
  }
}
