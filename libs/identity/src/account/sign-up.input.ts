import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';
import { IsPlainText } from '#platform';
import { IsMailbox } from './email.js';

@InputType({ description: 'Makes an account, and the person who holds it.' })
export class SignUpInput {
  @Field(() => String, { description: 'Mailbox; upper and lower case are the same. At most 254 characters.' })
  @IsMailbox()
  email!: string;

  @Field(() => String, { description: '10 to 128 characters, any.' })
  @Length(10, 128)
  password!: string;

  @Field(() => String, { description: 'As in documents; at most 100 characters.' })
  @IsPlainText(100)
  familyName!: string;

  @Field(() => String, { description: 'As in documents; at most 100 characters.' })
  @IsPlainText(100)
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'At most 100 characters; null: has none.' })
  @IsOptional()
  @IsPlainText(100)
  patronymic?: string | null;
}
