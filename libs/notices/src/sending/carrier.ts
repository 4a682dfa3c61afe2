import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mail.js';

/** Takes mails away. */
export abstract class Carrier {
  /** Resolves once somebody else answers for the mail. Throws MailNotTaken. */
  abstract carry(mail: Mail): Promise<void>;
  abstract close(): void;
}

/** A mail was not taken. Names no address, because it is logged. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken';

  constructor(
    /** What the mail server or the network said, for example `550` or `ETIMEDOUT`. */
    readonly code: string,
    /** Whether trying again is no use. */
    readonly isFinal: boolean,
  ) {
    super(`mail was not taken: ${code}`);
  }
}

/** The form in which the mail library wants it. */
export function optionsFor({ id: _, calendar, ...mail }: Mail): SendMailOptions {
  return {
    ...mail,
    ...(calendar && { icalEvent: { method: calendar.method, content: calendar.content, filename: 'sessions.ics' } }),
    // A text never names a file of ours or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
