import { Line } from './line.js';

const LONG = 60_000;

describe('a line', () => {
  it('calls who came first, and nobody twice', async () => {
    const line = new Line();
    const called: string[] = [];
    const turns = ['first', 'second', 'third'].map((name) => line.wait(LONG).then(() => called.push(name)));

    line.callFirst();
    line.callFirst();
    await Promise.all(turns.slice(0, 2));
    expect(called).toEqual(['first', 'second']);

    expect([line.callFirst(), line.callFirst()]).toEqual([true, false]);
    await Promise.all(turns);
    expect(called).toEqual(['first', 'second', 'third']);
  });

  it('calls all at once', async () => {
    const line = new Line();
    const turns = [line.wait(LONG), line.wait(LONG)];

    line.callAll();

    expect(await Promise.all(turns)).toEqual([true, true]);
    expect(line.callFirst()).toBe(false);
  });

  it('lets go whose patience is over, who then has no turn, and keeps the turns of the others', async () => {
    const line = new Line();
    const [impatient, patient] = [line.wait(1), line.wait(LONG)];

    expect(await impatient).toBe(false);

    expect(line.callFirst()).toBe(true);
    expect(await patient).toBe(true);
  });
});
