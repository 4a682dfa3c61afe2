import { ObjectType } from '@nestjs/graphql';
import { Reason, reasonsOf, UserError } from '#platform';

@ObjectType({
  implements: () => UserError,
  description: 'The mailbox and password do not belong together, or to nobody.',
})
export class SignInFailed extends Reason {
  constructor() {
    super('identity.sign-in-failed');
  }
}

@ObjectType({ implements: () => UserError, description: 'There is an account with this mailbox already.' })
export class EmailTaken extends Reason {
  constructor() {
    super('identity.email-taken', ['email']);
  }
}

export const SignInError = reasonsOf('SignInError', 'Why a sign-in was refused.', [SignInFailed]);
export const SignUpError = reasonsOf('SignUpError', 'Why a sign-up was refused.', [EmailTaken]);
export const SignOutError = reasonsOf('SignOutError', 'Why a sign-out was refused; nothing does today.', [
  SignInFailed,
]);
