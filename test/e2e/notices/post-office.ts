import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { atTheEnd } from './endings.js';
import { type Letter, readLetter } from './read-letter.js';

export interface PostOffice {
  /** For ODAQ_SMTP_URL. */
  url: string;
  /** Everything it took, in order. */
  letters: Letter[];
  /** How many were handed in, taken or not. */
  tries(): number;
  /** The next so many tries are answered with this code instead. */
  refuseNext(times: number, code: number): void;
  /** The next one is read to its end and left without an answer, kept or not; resolves once it has been read. */
  fallSilent(keeps: boolean): Promise<void>;
  /** Resolves when so many letters were taken in all. */
  taken(count: number): Promise<void>;
}

/** A real mail server on this machine. */
export async function openPostOffice(): Promise<PostOffice> {
  const letters: Letter[] = [];
  const refusals: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let tries = 0;
  let hush: { keeps: boolean; resolve: () => void } | null = null;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      tries += 1;
      const code = refusals.shift();
      callback(code ? Object.assign(new Error('not now'), { responseCode: code }) : null);
    },
    onData: async (stream, session, callback) => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      const silence = hush;
      hush = null;
      if (!silence || silence.keeps) {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push(readLetter(Buffer.concat(parts).toString('utf8'), to));
        for (const { count, resolve } of waiting) if (letters.length >= count) resolve();
      }
      if (silence) silence.resolve();
      else callback();
    },
  });
  // A client that was killed is no fault of the server.
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  atTheEnd(() => new Promise<void>((resolve) => server.close(() => resolve())));

  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    letters,
    tries: () => tries,
    refuseNext: (times, code) => refusals.push(...Array.from({ length: times }, () => code)),
    fallSilent: (keeps) => new Promise((resolve) => (hush = { keeps, resolve })),
    taken: (count) =>
      new Promise((resolve) => {
        if (letters.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}
