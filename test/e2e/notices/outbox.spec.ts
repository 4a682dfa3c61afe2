import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mailLine } from '#notices';
import { until } from '../../support/until.js';
import { readLetter } from './read-letter.js';
import { newReader, openWorld, seatConfirmed, tell } from './world.js';

describe('without a mail server', () => {
  it('a notice lands in the outbox as a file that mail programs open', async () => {
    const world = await openWorld();
    const reader = await newReader(world.database, 'uz');
    const outbox = join(world.dataDir, 'outbox');

    await tell(world, [seatConfirmed(reader)]);
    await until(async () => (await world.database.query('SELECT 1 FROM notice WHERE sent_at IS NULL')).length === 0);

    const files = await readdir(outbox);
    const [{ id }] = await world.database.query('SELECT id FROM notice');
    expect(files).toEqual([`${id}.eml`]);
    const letter = readLetter(await readFile(join(outbox, `${id}.eml`), 'utf8'));
    expect(letter.headers).toMatchObject({
      subject: 'Sizga oʻrin ajratildi: Jamoa muzokaralari',
      to: `Letter Test <${reader.email}>`,
    });
    expect(letter.text).toContain('Boshlanishi 22.09.2026, 10:00 (UTC+5), 2 ta mashgʻulot.');
    expect((await stat(join(outbox, `${id}.eml`))).mode & 0o077).toBe(0);
  });

  it('the start-up line says where mails are, and with one it shows no password', () => {
    expect(mailLine({ smtpUrl: null, dataDir: '.data' })).toBe(
      'mails are written to .data/outbox, because ODAQ_SMTP_URL is not set',
    );
    expect(mailLine({ smtpUrl: 'smtps://odaq:secret@mail.example.org:465', dataDir: '.data' })).toBe(
      'mails go out through mail.example.org:465',
    );
  });
});
