import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { AddMemberError, AddMembershipError, AddMemberWarning, EndMembershipError } from './membership.reasons.js';
import { MembershipType } from './membership.type.js';

const WHY = 'Why it was refused; empty when it was done.';

@ObjectType({ description: 'Answer to `addMember`.' })
export class AddMemberPayload {
  @Field(() => MembershipType, { nullable: true, description: 'The membership, with the new person. Null: refused.' })
  membership!: MembershipType | null;

  @Field(() => [AddMemberWarning], { description: 'What to look at again, though it was done; empty when refused.' })
  warnings: Reason[] = [];

  @Field(() => [AddMemberError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `addMembership`.' })
export class AddMembershipPayload {
  @Field(() => MembershipType, { nullable: true, description: 'The membership. Null: refused.' })
  membership!: MembershipType | null;

  @Field(() => [AddMembershipError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `endMembership`.' })
export class EndMembershipPayload {
  @Field(() => MembershipType, { nullable: true, description: 'The ended membership. Null: refused.' })
  membership!: MembershipType | null;

  @Field(() => [EndMembershipError], { description: WHY })
  errors!: Reason[];
}
