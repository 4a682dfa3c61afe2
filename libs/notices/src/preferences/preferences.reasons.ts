import { Field, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';
import { NoticeKind } from '../notice/notice-kind.js';

@ObjectType({ implements: () => UserError, description: 'Messages of this kind are always sent.' })
export class NoticeNotMutable extends Reason {
  @Field(() => NoticeKind, { description: 'The kind that cannot be muted.' })
  readonly kind: NoticeKind;

  constructor(kind: NoticeKind) {
    super('notices.not-mutable', ['muted']);
    this.kind = kind;
  }
}
