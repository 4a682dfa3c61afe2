import { faults } from '#platform';
import { Batches, type Settled } from './batches.js';
import { Lanes } from './lanes.js';

type Decide = (offeringId: string, requests: string[]) => Promise<Settled<string>[]>;

const answered = (request: string): Settled<string> => ({ answer: request });

function gatherer(decide: Decide, identityOf: (request: string) => string | null = () => null) {
  const lanes = new Lanes();
  return { lanes, batches: new Batches<string, string>(lanes, decide, identityOf) };
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
    const sizes: number[] = [];
    const { batches } = gatherer(async (_, requests) => {
      sizes.push(requests.length);
      return requests.map(answered);
    });
    const people = Array.from({ length: 120 }, (_, place) => `person ${place}`);
    const answers = await Promise.all(people.map((person) => batches.submit('offering', person)));
    expect(answers).toEqual(people);
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('do not fail together when one of them cannot be decided', async () => {
    const { batches } = gatherer(async (_, requests) => {
      if (requests.includes('bad')) throw new Error('a constraint stood in the way');
      return requests.map(answered);
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
    const seen: string[][] = [];
    const decide: Decide = async (_, requests) => {
      seen.push(requests);
      return requests.map(answered);
    };
    const { batches } = gatherer(decide, (request) => request);
    await Promise.all(['a', 'b', 'a', 'c'].map((request) => batches.submit('offering', request)));
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('do not wait for another offering', async () => {
    const { open, opened } = gate();
    const { batches } = gatherer(async (offeringId, requests) => {
      if (offeringId === 'busy') await opened;
      return requests.map(answered);
    });
    const held = batches.submit('busy', 'a');
    expect(await batches.submit('free', 'b')).toBe('b');
    open();
    expect(await held).toBe('a');
  });

  it('let somebody who cancels have a turn between two batches', async () => {
    const order: string[] = [];
    const { lanes, batches } = gatherer(async (_, requests) => {
      order.push(`batch of ${requests.length}`);
      return requests.map(answered);
    });
    const people = Array.from({ length: 60 }, (_, place) => `person ${place}`);
    const asking = Promise.all(people.map((person) => batches.submit('offering', person)));
    await lanes.run('offering', async () => order.push('cancellation'));
    await asking;
    expect(order).toEqual(['batch of 50', 'cancellation', 'batch of 10']);
  });
});
