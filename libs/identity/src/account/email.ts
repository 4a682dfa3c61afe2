/** One spelling per mailbox, as far as that can be known: no blanks around it, lower case. */
export function canonicalEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}
