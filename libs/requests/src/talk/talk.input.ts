import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString, IsUUID } from 'class-validator';
import { IsPlainText, Locale } from '#platform';

@InputType({ isAbstract: true })
abstract class MessageInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => ID, { description: 'In whose name: the organization that asks, or the academy that answers.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => Locale, { description: 'The language it is written in.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'At most 5,000 characters.' })
  @IsPlainText(5_000)
  text!: string;
}

@InputType({ description: 'Writes an internal note: for one’s own side alone.' })
export class AddRequestNoteInput extends MessageInput {}

@InputType({ description: 'Writes to the other side.' })
export class ReplyToProgramRequestInput extends MessageInput {}
