import { jest } from '@jest/globals';
import { faults } from '#platform';
import { Batches, type Decide, type Group } from './batches.js';
import { Lanes } from './lanes.js';

type Decision = Decide<string, string>;

const MOST_WAITING = 3;

const answered = ({ requests }: Group<string>) => requests.map((answer) => ({ answer }));
const all: Decision = async (groups) => groups.map(answered);

function gatherer(decide: Decision, identitiesOf: (request: string) => string[] = () => []) {
  const lanes = new Lanes();
  return { lanes, batches: new Batches<string, string>(lanes, decide, identitiesOf, MOST_WAITING) };
}

/** Decides all, and keeps who came together. */
function witness() {
  const seen: string[][] = [];
  const decide: Decision = async (groups) => {
    seen.push(groups.flatMap(({ requests }) => requests));
    return groups.map(answered);
  };
  return { seen, decide };
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('people who ask for one offering together', () => {
  it('are decided in batches of at most fifty, in the order they came', async () => {
    const { seen, decide } = witness();
    const { batches } = gatherer(decide);
    const people = Array.from({ length: 120 }, (_, place) => `person ${place}`);
    const answers = await Promise.all(people.map((person) => batches.submit('offering', person)));
    expect(answers).toEqual(people);
    expect(seen.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(seen.flat()).toEqual(people);
  });

  it('do not fail together when one of them cannot be decided', async () => {
    const { batches } = gatherer(async (groups) => {
      if (groups.some(({ requests }) => requests.includes('bad'))) throw new Error('a constraint stood in the way');
      return groups.map(answered);
    });
    const answers = await Promise.allSettled(['a', 'bad', 'b'].map((request) => batches.submit('offering', request)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are all told when the database is away, and nobody is tried twice', async () => {
    let calls = 0;
    const { batches } = gatherer(async () => {
      calls += 1;
      throw faults.unavailable();
    });
    const answers = await Promise.allSettled(['a', 'b'].map((request) => batches.submit('offering', request)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toBe(1);
  });

  it('never share a batch with their own twin', async () => {
    const { seen, decide } = witness();
    const { batches } = gatherer(decide, (request) => [request]);
    await Promise.all(['a', 'b', 'a', 'c'].map((request) => batches.submit('offering', request)));
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('let somebody who cancels have a turn between two batches', async () => {
    const order: string[] = [];
    const { lanes, batches } = gatherer(async (groups) => {
      order.push(`batch of ${groups.flatMap(({ requests }) => requests).length}`);
      return groups.map(answered);
    });
    const people = Array.from({ length: 60 }, (_, place) => `person ${place}`);
    const asking = Promise.all(people.map((person) => batches.submit('offering', person)));
    await lanes.run('offering', async () => order.push('cancellation'));
    await asking;
    expect(order).toEqual(['batch of 50', 'cancellation', 'batch of 10']);
  });

  it('are told to come back when it has taken too long', async () => {
    const { lanes, batches } = gatherer(all);
    const { open, opened } = gate();
    const blocked = lanes.run('offering', () => opened);
    const asked = batches.submit('offering', 'a');
    jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 21_000);
    open();
    await blocked;
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    jest.restoreAllMocks();
    expect(await batches.submit('offering', 'b')).toBe('b');
  });
});

describe('people who ask for different offerings together', () => {
  it('are decided together', async () => {
    const { seen, decide } = witness();
    const { batches } = gatherer(decide);
    await Promise.all(['a', 'b', 'c'].map((request) => batches.submit(`offering of ${request}`, request)));
    expect(seen).toEqual([['a', 'b', 'c']]);
  });

  it('never share a batch with their own twin', async () => {
    const { seen, decide } = witness();
    const { batches } = gatherer(decide, (request) => [request]);
    await Promise.all(['one', 'other'].map((offering) => batches.submit(offering, 'a')));
    expect(seen).toEqual([['a'], ['a']]);
  });

  it('do not wait for an offering that somebody else is busy with: it waits alone', async () => {
    const { open, opened } = gate();
    const { batches } = gatherer(async (groups, waitsFor) => {
      const mayWait = waitsFor === 'anybody';
      if (mayWait) await opened;
      return groups.map((group) => (mayWait || group.offeringId !== 'busy' ? answered(group) : null));
    });
    const held = batches.submit('busy', 'a');
    expect(await batches.submit('free', 'b')).toBe('b');
    expect(await batches.submit('free', 'c')).toBe('c');
    open();
    expect(await held).toBe('a');
  });

  it('wait for the offering before they wait for everybody', async () => {
    const seen: string[] = [];
    const { batches } = gatherer(async (groups, waitsFor) => {
      seen.push(`${groups.map(({ offeringId }) => offeringId).join()} ${waitsFor}`);
      return groups.map((group) => (waitsFor === 'anybody' || group.offeringId === 'free' ? answered(group) : null));
    });
    expect(await Promise.all([batches.submit('free', 'a'), batches.submit('busy', 'b')])).toEqual(['a', 'b']);
    expect(seen).toEqual(['free,busy nobody', 'busy offering', 'busy anybody']);
  });

  it('go though two others wait long for what somebody holds', async () => {
    const { open, opened } = gate();
    const seen: string[] = [];
    const { batches } = gatherer(async (groups) => {
      seen.push(groups.map(({ offeringId }) => offeringId).join());
      if (seen.length < 3) await opened;
      return groups.map(answered);
    });
    const first = batches.submit('held', 'a');
    await until(() => seen.length === 1);
    const second = batches.submit('also held', 'b');
    await until(() => seen.length === 2);

    expect(await batches.submit('free', 'c')).toBe('c');
    expect(seen).toEqual(['held', 'also held', 'free']);
    open();
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  });

  it('are decided each alone when together they get in the way of others', async () => {
    const { batches } = gatherer(async (groups, waitsFor) => {
      if (waitsFor !== 'anybody') throw faults.conflict();
      return groups.map(answered);
    });
    const answers = await Promise.all(['one', 'other'].map((offering) => batches.submit(offering, offering)));
    expect(answers).toEqual(['one', 'other']);
  });
});

describe('people who ask for offerings that somebody else holds', () => {
  /** All but `free` are held until they are let go. */
  function held() {
    const { open: letGo, opened } = gate();
    let waiting = 0;
    const decided: string[] = [];
    const made = gatherer(async (groups, waitsFor) => {
      const isHeld = groups.some(({ offeringId }) => offeringId !== 'free');
      if (waitsFor !== 'nobody' && isHeld) {
        waiting += 1;
        await opened;
      }
      const isDecided = ({ offeringId }: Group<string>) => waitsFor !== 'nobody' || offeringId === 'free';
      decided.push(...groups.filter(isDecided).map(({ offeringId }) => offeringId));
      return groups.map((group) => (isDecided(group) ? answered(group) : null));
    });
    return { ...made, letGo, decided, waiting: () => waiting };
  }

  const OFFERINGS = ['one', 'two', 'three', 'four', 'five'];

  it.each([
    ['together', async () => {}],
    ['one after the other', (waiting: () => number, count: number) => until(() => waiting() === Math.min(count, 3))],
  ])('wait no more than three at a time where they come %s, and hold up nobody else', async (_, pass) => {
    const { batches, letGo, decided, waiting } = held();
    const answers: Promise<string>[] = [];
    for (const offering of OFFERINGS) {
      answers.push(batches.submit(offering, offering));
      await pass(waiting, answers.length);
    }

    expect(await batches.submit('free', 'a')).toBe('a');
    expect(await batches.submit('free', 'b')).toBe('b');
    expect(waiting()).toBe(3);
    expect(decided).toEqual(['free', 'free']);

    letGo();
    expect(await Promise.all(answers)).toEqual(OFFERINGS);
    expect(decided).toEqual(['free', 'free', ...OFFERINGS]);
  });

  it('are told to come back when others have waited before them for too long', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
    const { batches, letGo, waiting } = held();
    const answers = OFFERINGS.map((offering) => batches.submit(offering, offering));
    await until(() => waiting() === 3);

    const late = Promise.allSettled(answers.slice(3));
    jest.advanceTimersByTime(20_000);
    jest.useRealTimers();

    const away = { status: 'rejected', reason: { extensions: { code: 'UNAVAILABLE' } } };
    expect(await late).toMatchObject([away, away]);
    letGo();
    expect(await Promise.all(answers.slice(0, 3))).toEqual(OFFERINGS.slice(0, 3));
    expect(await batches.submit('four', 'again')).toBe('again');
  });
});

describe('people who come while a batch is away', () => {
  async function whileAway(people: readonly string[]) {
    const { open, opened } = gate();
    const seen: string[][] = [];
    const { batches } = gatherer(async (groups) => {
      seen.push(groups.flatMap(({ requests }) => requests));
      if (seen.length === 1) await opened;
      return groups.map(answered);
    });
    const first = batches.submit('first', 'first');
    await until(() => seen.length === 1);
    const others = people.map((person) => batches.submit(`offering of ${person}`, person));
    return { seen, open, first, others: Promise.all(others) };
  }

  it('wait a moment for company, and then go though it is not back', async () => {
    const { seen, open, first, others } = await whileAway(['a', 'b', 'c']);
    expect(await others).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual([['first'], ['a', 'b', 'c']]);
    open();
    expect(await first).toBe('first');
  });

  it('go at once when there are sixteen of them', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
    const sixteen = Array.from({ length: 16 }, (_, place) => `person ${place}`);
    const { seen, open, first, others } = await whileAway(sixteen);
    expect(await others).toEqual(sixteen);
    expect(seen.map(({ length }) => length)).toEqual([1, 16]);
    jest.useRealTimers();
    open();
    await first;
  });

  it('go with the next as soon as it is back', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'] });
    const { seen, open, first, others } = await whileAway(['a']);
    open();
    expect(await first).toBe('first');
    expect(await others).toEqual(['a']);
    expect(seen).toEqual([['first'], ['a']]);
    jest.useRealTimers();
  });
});

describe('people who come while a batch of their offering is being committed', () => {
  /** Decides at once; a commit is over when it is let go. */
  function committing() {
    const seen: { people: string[]; waitsFor: string }[] = [];
    const commits: (() => void)[] = [];
    const made = gatherer(async (groups, waitsFor, onceSure) => {
      seen.push({ people: groups.flatMap(({ requests }) => requests), waitsFor });
      onceSure();
      await new Promise<void>((resolve) => commits.push(resolve));
      return groups.map(answered);
    });
    return { ...made, seen, commit: (place: number) => commits[place]?.() };
  }

  it('set out before it is over, behind it', async () => {
    const { batches, seen, commit } = committing();
    const first = batches.submit('offering', 'first');
    await until(() => seen.length === 1);

    const second = batches.submit('offering', 'second');
    await until(() => seen.length === 2);

    expect(seen[1]).toEqual({ people: ['second'], waitsFor: 'offering' });
    commit(0);
    expect(await first).toBe('first');
    commit(1);
    expect(await second).toBe('second');
  });

  it('go without those of other offerings', async () => {
    const { batches, seen, commit } = committing();
    const first = batches.submit('offering', 'first');
    await until(() => seen.length === 1);
    const others = ['offering', 'another', 'offering'].map((offering, place) => batches.submit(offering, `${place}`));

    await until(() => seen.length === 2);
    commit(0);
    await until(() => seen.length === 3);

    expect(seen.slice(1)).toEqual([
      { people: ['0', '2'], waitsFor: 'offering' },
      { people: ['1'], waitsFor: 'offering' },
    ]);
    commit(1);
    commit(2);
    expect(await Promise.all([first, ...others])).toEqual(['first', '0', '1', '2']);
  });

  it('have a turn of their own, also when the one before must be decided again', async () => {
    const seen: string[] = [];
    const { batches } = gatherer(async (groups, waitsFor, onceSure) => {
      const people = groups.flatMap(({ requests }) => requests);
      seen.push(`${people.join()} ${waitsFor}`);
      onceSure();
      if (people.includes('first') && waitsFor !== 'anybody') {
        await until(() => seen.length === 2);
        throw faults.conflict();
      }
      return groups.map(answered);
    });

    const first = batches.submit('offering', 'first');
    await until(() => seen.length === 1);
    const answers = await Promise.all([first, batches.submit('offering', 'second')]);

    expect(answers).toEqual(['first', 'second']);
    expect(seen).toEqual(['first offering', 'second offering', 'first anybody']);
    expect(await batches.submit('offering', 'third')).toBe('third');
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
