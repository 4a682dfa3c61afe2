/** A message as it goes out. The same notice gives the same mail, however often it is written. */
export interface Mail {
  /** Identifier of the notice. */
  id: string;
  /** With angle brackets. Lets a mail system that gets it twice know that it is one. */
  messageId: string;
  date: Date;
  /** `Name <address>` or an address. */
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Null: none. */
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | null;
  headers: Record<string, string>;
}
