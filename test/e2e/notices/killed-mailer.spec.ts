import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from '../../support/until.js';
import { atTheEnd } from './endings.js';
import { openPostOffice } from './post-office.js';
import { newReader, openIdleWorld, seatConfirmed, tell } from './world.js';

describe('a process that is killed while it hands over a mail', () => {
  it.each([
    ['and the mail server drops what nobody heard it take: the mail arrives once', false, 1],
    // Nobody can know whether a mail server took what it did not acknowledge: better twice, and told by its id, than never.
    ['and the mail server had kept it: the mail arrives twice, under one Message-ID', true, 2],
  ])('leaves it to another, %s', async (_, keeps, arrivals) => {
    const post = await openPostOffice();
    const world = await openIdleWorld({ ODAQ_SMTP_URL: post.url });
    const reader = await newReader(world.database);
    const silence = post.fallSilent(keeps);
    const doomed = startDoomed(world.databaseUrl, post.url);

    await tell(world, [seatConfirmed(reader)]);
    await silence;
    doomed.kill('SIGKILL');
    await world.startJobs();
    await until(async () => (await world.database.query('SELECT 1 FROM notice WHERE sent_at IS NULL')).length === 0);

    expect(post.tries()).toBe(2);
    expect(post.letters).toHaveLength(arrivals);
    const [{ id, attempts }] = await world.database.query('SELECT id, attempts FROM notice');
    expect(new Set(post.letters.map(({ headers }) => headers['message-id']))).toEqual(new Set([`<${id}@example.org>`]));
    expect(attempts).toBe(1);
  });
});

function startDoomed(databaseUrl: string, mailServer: string): ChildProcess {
  const script = join(import.meta.dirname, 'doomed-mailer.js');
  const child = spawn(process.execPath, [script, databaseUrl, mailServer], {
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'close');
  atTheEnd(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  return child;
}
