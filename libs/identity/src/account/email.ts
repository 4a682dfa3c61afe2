import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';

/** One spelling per mailbox, as far as that can be known: no blanks around it, lower case. */
export function canonicalEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** A mailbox as people type it: keyboards of phones leave a blank behind it. */
export const IsMailbox = () =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    MaxLength(254),
    IsEmail(),
  );
