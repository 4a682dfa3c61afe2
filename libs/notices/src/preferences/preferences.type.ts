import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional } from 'class-validator';
import { Locale, type Reason, reasonsOf } from '#platform';
import { NoticeKind } from '../notice/notice-kind.js';
import { NoticeNotMutable } from './preferences.reasons.js';

@ObjectType('NoticePreferences', { description: 'How an account wants its messages.' })
export class NoticePreferencesType {
  @Field(() => Locale, { nullable: true, description: 'Language to write in; null: the one of the matter at hand.' })
  locale!: string | null;

  @Field(() => [NoticeKind], { description: 'Kinds not to be sent.' })
  muted!: NoticeKind[];

  @Field(() => [NoticeKind], { description: 'Kinds that can be muted; the others are always sent.' })
  mutable!: NoticeKind[];
}

@InputType({ description: 'Says how the viewer wants messages.' })
export class SetNoticePreferencesInput {
  @Field(() => Locale, {
    nullable: true,
    description: 'Language to write in; null: the one of the matter at hand.',
  })
  @IsOptional()
  locale?: string | null;

  @Field(() => [NoticeKind], { description: 'Kinds not to be sent; all others are.' })
  @ArrayMaxSize(20)
  @IsEnum(NoticeKind, { each: true })
  muted!: NoticeKind[];
}

export const SetNoticePreferencesError = reasonsOf('SetNoticePreferencesError', 'Why the wishes were not taken over.', [
  NoticeNotMutable,
]);

@ObjectType({ description: 'Answer to `setNoticePreferences`.' })
export class SetNoticePreferencesPayload {
  @Field(() => NoticePreferencesType, { nullable: true, description: 'The wishes as they are now. Null: refused.' })
  noticePreferences!: NoticePreferencesType | null;

  @Field(() => [SetNoticePreferencesError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
