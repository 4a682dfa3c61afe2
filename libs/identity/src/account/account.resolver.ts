import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, Public, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { SignInPayload, SignOutPayload, SignUpPayload } from './account.payloads.js';
import { Accounts } from './accounts.service.js';
import { SignInInput, SignOutInput } from './sign-in.input.js';
import { SignIns } from './sign-ins.service.js';
import { SignUpInput } from './sign-up.input.js';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
  ) {}

  @Mutation(() => SignUpPayload, { description: 'Makes an account and signs it in.' })
  @Public('this is how one gets an account')
  signUp(@Args('input') input: SignUpInput, @Asked() asked: RequestContext): Promise<SignUpPayload> {
    return payload(SignUpPayload, async () => {
      const account = await this.accounts.signUp(asked, input);
      return this.signIns.open(asked, account);
    });
  }

  @Mutation(() => SignInPayload, {
    description: 'Gives a token for a password. Attempts are counted one by one and limited per mailbox and address.',
  })
  @Public('this is how one signs in')
  signIn(@Args('input') input: SignInInput, @Asked() asked: RequestContext): Promise<SignInPayload> {
    return payload(SignInPayload, () => this.signIns.signIn(asked, input.email, input.password));
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the sign-in whose token this request carries.' })
  @Requires('viewer.act')
  signOut(
    @Args('input', { nullable: true }) input: SignOutInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SignOutPayload> {
    return payload(SignOutPayload, async () => ({
      signedOutAt: await this.signIns.signOut(asked, viewer, input?.everywhere ?? false),
    }));
  }
}
