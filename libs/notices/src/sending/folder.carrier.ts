import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type Carrier, optionsFor } from './carrier.js';

/** Puts mails into a folder, one `.eml` file each, which any mail program opens. A mail written again is one file. */
export function folderCarrier(folder: string): Carrier {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  let opened: Promise<unknown> | null = null;
  return {
    carry: async (mail) => {
      const { message } = await composer.sendMail(optionsFor(mail));
      // The folder holds letters to people: nobody else on this machine reads them.
      opened ??= mkdir(folder, { recursive: true, mode: 0o700 });
      await opened;
      const unfinished = join(folder, `.${mail.id}.${process.pid}`);
      await writeFile(unfinished, message as Buffer, { mode: 0o600 });
      await rename(unfinished, join(folder, `${mail.id}.eml`));
    },
    close: () => composer.close(),
  };
}
