import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, MaxLength } from 'class-validator';
import { IsPlainText } from '#platform';

@InputType({ description: 'Asks for a token.' })
export class SignInInput {
  @Field(() => String, { description: 'Mailbox of the account.' })
  @IsPlainText(254)
  email!: string;

  @Field(() => String, { description: 'Its password.' })
  @MaxLength(128)
  password!: string;
}

@InputType({ description: 'Ends the sign-in of this request.' })
export class SignOutInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Ends every other sign-in of the account too, for example after losing a phone.',
  })
  @IsOptional()
  @IsBoolean()
  everywhere?: boolean;
}
