import { join } from 'node:path';
import type { Settings } from '#platform';

/** Where mails are written when there is no mail server. */
export function outboxFolder({ dataDir }: Pick<Settings, 'dataDir'>): string {
  return join(dataDir, 'outbox');
}

/** What becomes of mails, in one line for who starts the server. Shows no password. */
export function mailLine(settings: Pick<Settings, 'smtpUrl' | 'dataDir'>): string {
  if (settings.smtpUrl) return `mails go out through ${new URL(settings.smtpUrl).host}`;
  return `mails are written to ${outboxFolder(settings)}, because ODAQ_SMTP_URL is not set`;
}
