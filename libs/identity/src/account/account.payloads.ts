import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, type Reason } from '#platform';
import { SignInError, SignOutError, SignUpError } from './account.reasons.js';
import { ViewerType } from './viewer.type.js';

@ObjectType({ description: 'Answer to `signIn`.' })
export class SignInPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Send it as `Authorization: Bearer …`; shown only here. Null: refused.',
  })
  token!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the token ends by itself. Null: refused.' })
  expiresAt!: Date | null;

  @Field(() => ViewerType, { nullable: true, description: 'Who signed in. Null: refused.' })
  viewer!: ViewerType | null;

  @Field(() => [SignInError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `signUp`; the account is signed in at once.' })
export class SignUpPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Send it as `Authorization: Bearer …`; shown only here. Null: refused.',
  })
  token!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the token ends by itself. Null: refused.' })
  expiresAt!: Date | null;

  @Field(() => ViewerType, { nullable: true, description: 'Who signed up. Null: refused.' })
  viewer!: ViewerType | null;

  @Field(() => [SignUpError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `signOut`.' })
export class SignOutPayload {
  @Field(() => DateTime, { nullable: true, description: 'When the sign-in ended. Null: refused.' })
  signedOutAt!: Date | null;

  @Field(() => [SignOutError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
