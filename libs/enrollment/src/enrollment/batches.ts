import { GraphQLError } from 'graphql';
import { faults } from '#platform';
import type { Lanes } from './lanes.js';
import { Slots } from './slots.js';
import { rejectAll, type Settled, tell, type Waiting } from './waiting.js';

/** Those of one offering who are decided together, in the order they came. */
export interface Group<Request> {
  offeringId: string;
  requests: Request[];
}

/** Whose locks are waited for: nobody’s; whoever has the offering, here or in another process; whoever’s. */
export type WaitsFor = 'nobody' | 'offering' | 'anybody';

/**
 * Decides groups of different offerings in one transaction; answers by group and request. Null for a group: it could
 * not be decided without waiting for more than that, and is to come again alone. Only who comes alone waits. Says once all
 * is decided and its commit is on the way.
 */
export type Decide<Request, Answer> = (
  groups: readonly Group<Request>[],
  waitsFor: WaitsFor,
  onceSure: () => void,
) => Promise<readonly (Settled<Answer>[] | null)[]>;

interface Turn {
  offeringId: string;
  /** Only the first call counts. */
  endTurn: () => void;
}

interface Party<Request, Answer> extends Turn {
  waiting: Waiting<Request, Answer>[];
}

const LARGEST_BATCH = 50;
/** Batches of one process that run at once: the next gathers while these are away. */
const UNDER_WAY = 2;
/** While one is away, the next waits for so many people, or for so many milliseconds: a batch costs much more than each of its people. */
const WORTH_WHILE = 16;
const LINGER = 10;
/** Who has waited for others so many milliseconds no longer holds up the rest. */
const OVERSTAY = 100;
/** So many people of one process may wait, for all offerings together; the next is told to come back. */
const MOST_WAITING = 10_000;
/** After so many milliseconds nobody waits for the answer any more. */
const PATIENCE = 20_000;

/**
 * Gathers what is asked while others are decided, and decides it together: a rush costs one transaction per batch
 * instead of one per person, whether they want one offering or many. One refused line leaves the others alone.
 */
export class Batches<Request, Answer> {
  /** By offering. A line exists while a turn in the offering’s lane is taken for it. */
  private readonly lines = new Map<string, Waiting<Request, Answer>[]>();
  /** Offerings whose turn it is, longest first. */
  private turns: Turn[] = [];
  /** Who is being committed, while the next of the offering has its turn already. */
  private readonly leaving = new Map<string, Party<Request, Answer>>();
  private underWay = 0;
  private waiting = 0;
  private isDeparting = false;
  private lingering: NodeJS.Timeout | null = null;
  /** For batches that may wait for others: each has a connection meanwhile. */
  private readonly slots: Slots;

  constructor(
    private readonly lanes: Lanes,
    private readonly decide: Decide<Request, Answer>,
    /** Two requests that share an identity never share a batch: the second must see what became of the first. */
    private readonly identitiesOf: (request: Request) => readonly string[],
    /** Batches that may wait for others at once. */
    mostWaitingForOthers: number,
  ) {
    this.slots = new Slots(mostWaitingForOthers);
  }

  /** Throws UNAVAILABLE when too many wait already, or it was waited for too long. */
  submit(offeringId: string, request: Request): Promise<Answer> {
    if (this.waiting >= MOST_WAITING) return Promise.reject(faults.unavailable());
    this.waiting += 1;
    const answer = new Promise<Answer>((resolve, reject) => {
      const line = this.lines.get(offeringId);
      const waiting = { request, since: performance.now(), resolve, reject };
      if (line) return void line.push(waiting);
      this.lines.set(offeringId, [waiting]);
      this.takeTurn(offeringId);
    });
    return answer.finally(() => {
      this.waiting -= 1;
    });
  }

  /** One batch per turn, so that a cancellation behind a long line has its turn too. */
  private takeTurn(offeringId: string): void {
    const turn = () =>
      new Promise<void>((resolve) => {
        this.turns.push({ offeringId, endTurn: once(() => this.endTurn(offeringId, resolve)) });
        this.departSoon();
      });
    this.lanes.run(offeringId, turn).catch((error) => this.turnAway(offeringId, error));
  }

  private endTurn(offeringId: string, resolve: () => void): void {
    if (this.lines.get(offeringId)?.length) this.takeTurn(offeringId);
    else this.lines.delete(offeringId);
    resolve();
  }

  /** Not at once: what arrives in the same moment comes along. */
  private departSoon(): void {
    if (this.isDeparting) return;
    this.isDeparting = true;
    setImmediate(() => {
      this.isDeparting = false;
      while (this.mayDepart()) void this.depart(this.gather());
    });
  }

  private mayDepart(): boolean {
    const lines = this.turns.map(({ offeringId }) => this.lines.get(offeringId) ?? []);
    if (lines.length === 0 || this.underWay === 0) return lines.length > 0;
    if (this.underWay >= UNDER_WAY) return false;
    if (lines.reduce((people, line) => people + line.length, 0) >= WORTH_WHILE) return true;
    const since = Math.min(...lines.map(([first]) => first?.since ?? 0));
    const rest = since + LINGER - performance.now();
    if (rest <= 0) return true;
    this.lingering ??= setTimeout(() => {
      this.lingering = null;
      this.departSoon();
    }, rest);
    return false;
  }

  private async depart(parties: readonly Party<Request, Answer>[]): Promise<void> {
    this.underWay += 1;
    const back = once(() => {
      this.underWay -= 1;
      this.departSoon();
    });
    // Where enough others wait already, it first looks whether it must.
    const [lone] = parties.length === 1 && this.slots.hasFree ? parties : [];
    if (lone) {
      const overstaying = setTimeout(back, OVERSTAY);
      await this.settleAlone(lone);
      clearTimeout(overstaying);
    } else {
      const left = await this.settle(parties, 'nobody');
      for (const party of parties) {
        if (left.includes(party)) void this.settleAlone(party);
        else party.endTurn();
      }
    }
    back();
  }

  /** Waits for the offering; should that not be enough, for whoever is in the way. */
  private async settleAlone(party: Party<Request, Answer>): Promise<void> {
    // Of the last who came: nobody is turned away for how long others have waited.
    const since = party.waiting.at(-1)?.since ?? 0;
    if (await this.slots.take(since + PATIENCE - performance.now())) {
      const left = await this.settle([party], 'offering', () => this.letFollow(party));
      if (this.leaving.get(party.offeringId) === party) this.leaving.delete(party.offeringId);
      if (left.length > 0) await this.settle([party], 'anybody');
      this.slots.giveBack();
    } else {
      rejectAll(party.waiting, faults.unavailable());
    }
    party.endTurn();
  }

  /** The next of the offering sets out: the lock goes on to it inside the database, which waits for neither of us. */
  private letFollow(party: Party<Request, Answer>): void {
    this.leaving.set(party.offeringId, party);
    party.endTurn();
  }

  /** Who follows a batch that is being committed goes alone, because it waits for it. */
  private gather(): Party<Request, Answer>[] {
    const aboard = new Set<string>();
    let room = LARGEST_BATCH;
    const parties: Party<Request, Answer>[] = [];
    const follows = ({ offeringId }: Turn) => this.leaving.has(offeringId);
    const [first] = this.turns;
    const isFirstAlone = first !== undefined && follows(first);
    this.turns = this.turns.filter((turn) => {
      const mayCome = turn === first || !(isFirstAlone || follows(turn));
      const { offeringId, endTurn } = turn;
      const waiting = mayCome && room > 0 ? this.cut(offeringId, room, aboard) : null;
      if (!waiting) return true;
      room -= waiting.length;
      parties.push({ offeringId, waiting, endTurn });
      return false;
    });
    return parties;
  }

  /** Takes from the head of a line whoever may come along. Null: its first is somebody’s twin, and waits for the next. */
  private cut(offeringId: string, room: number, aboard: Set<string>): Waiting<Request, Answer>[] | null {
    const line = this.lines.get(offeringId) ?? [];
    const tooLate = performance.now() - PATIENCE;
    while (line[0] && line[0].since < tooLate) line.shift()?.reject(faults.unavailable());
    const firstTwin = line.slice(0, room).findIndex(({ request }) => {
      const identities = this.identitiesOf(request);
      if (identities.some((identity) => aboard.has(identity))) return true;
      for (const identity of identities) aboard.add(identity);
      return false;
    });
    return firstTwin === 0 ? null : line.splice(0, firstTwin === -1 ? room : firstTwin);
  }

  /** Answers with those who must come again, each alone. */
  private async settle(
    parties: readonly Party<Request, Answer>[],
    waitsFor: WaitsFor,
    onceSure: () => void = () => {},
  ): Promise<Party<Request, Answer>[]> {
    const asking = parties.filter(({ waiting }) => waiting.length > 0);
    const [first] = asking;
    if (!first) return [];
    try {
      const answers = await this.decide(
        asking.map(({ offeringId, waiting }) => ({ offeringId, requests: waiting.map(({ request }) => request) })),
        waitsFor,
        onceSure,
      );
      return asking.filter((party, place) => !tell(party.waiting, answers[place] ?? null));
    } catch (error) {
      if (isAway(error)) for (const { waiting } of asking) rejectAll(waiting, error);
      else if (waitsFor !== 'anybody') return asking;
      else if (first.waiting.length === 1 || error instanceof GraphQLError) rejectAll(first.waiting, error);
      else for (const single of first.waiting) await this.settle([{ ...first, waiting: [single] }], 'anybody');
      return [];
    }
  }

  private turnAway(offeringId: string, error: unknown): void {
    const line = this.lines.get(offeringId) ?? [];
    this.lines.delete(offeringId);
    rejectAll(line, error);
  }
}

/** The database is away, and a commit may even have happened: nobody is tried again. */
function isAway(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions.code === 'UNAVAILABLE';
}

function once(effect: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) effect();
    isDone = true;
  };
}
