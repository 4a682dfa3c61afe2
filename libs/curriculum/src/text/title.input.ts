import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { IsPlainText, Locale } from '#platform';

@InputType({ description: 'What a module or a curriculum is called in one language.' })
export class TitleInput {
  @Field(() => Locale, { description: 'The language.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'At most 200 characters.' })
  @IsPlainText(200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'A paragraph, at most 2,000 characters; null: none.' })
  @IsOptional()
  @IsPlainText(2_000)
  summary?: string | null;
}

@InputType({ description: 'One learning outcome in one language.' })
export class OutcomeTextInput {
  @Field(() => Locale, { description: 'The language.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'At most 500 characters.' })
  @IsPlainText(500)
  text!: string;
}
