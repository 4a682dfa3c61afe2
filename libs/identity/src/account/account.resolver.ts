import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, Public, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { SignInPayload, SignOutPayload, SignUpPayload } from './account.payloads.js';
import { Accounts } from './accounts.service.js';
import { SignInInput, SignOutInput } from './sign-in.input.js';
import { SignIns } from './sign-ins.service.js';
import { SignUpInput } from './sign-up.input.js';
import { ViewerType } from './viewer.type.js';
import { Viewers } from './viewers.service.js';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly viewers: Viewers,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is asking; null when nobody is signed in.' })
  @Public('answers null to who is not signed in')
  viewer(@Asked() { viewer }: RequestContext): Promise<ViewerType | null> {
    return this.viewers.describe(viewer);
  }

  @Mutation(() => SignUpPayload, { description: 'Makes an account and signs it in.' })
  @Public('this is how one gets an account')
  signUp(@Args('input') input: SignUpInput, @Asked() asked: RequestContext): Promise<SignUpPayload> {
    return payload(SignUpPayload, async () => {
      const account = await this.accounts.signUp(asked, input);
      const signIn = await this.signIns.open(asked, account);
      return { ...signIn, viewer: await this.viewers.describe(signIn.viewer) };
    });
  }

  @Mutation(() => SignInPayload, {
    description: 'Gives a token for a password. Attempts are counted one by one and limited per mailbox and address.',
  })
  @Public('this is how one signs in')
  signIn(@Args('input') input: SignInInput, @Asked() asked: RequestContext): Promise<SignInPayload> {
    return payload(SignInPayload, async () => {
      const signIn = await this.signIns.signIn(asked, input.email, input.password);
      return { ...signIn, viewer: await this.viewers.describe(signIn.viewer) };
    });
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
