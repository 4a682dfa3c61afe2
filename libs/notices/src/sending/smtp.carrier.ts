import { createTransport } from 'nodemailer';
import { type Carrier, MailNotTaken, optionsFor } from './carrier.js';

/** Longest wait in milliseconds for one answer of the mail server, and for the whole of one mail. */
const ONE_ANSWER = 10_000;
const ONE_MAIL = 20_000;

/** Hands mails to the mail server at this address, over a few lasting connections. */
export function smtpCarrier(url: string): Carrier {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: 3 },
    // The library would send a mail again by itself, though the server may have taken it: that is for the job to decide.
    maxRequeues: 0,
    connectionTimeout: ONE_ANSWER,
    greetingTimeout: ONE_ANSWER,
    socketTimeout: ONE_ANSWER,
    dnsTimeout: ONE_ANSWER,
  });
  return {
    carry: async (mail) => {
      try {
        await transport.sendMail({ ...optionsFor(mail), signal: AbortSignal.timeout(ONE_MAIL) });
      } catch (error) {
        throw asNotTaken(error as Error & { code?: string; responseCode?: number });
      }
    },
    close: () => transport.close(),
  };
}

/** Only an answer about this mail or its receiver is final; a password or a server that is wrong will be mended. */
function asNotTaken({ code = 'UNKNOWN', responseCode }: { code?: string; responseCode?: number }): MailNotTaken {
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isRefused = responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  return new MailNotTaken(String(responseCode ?? code), isAboutMail && isRefused);
}
