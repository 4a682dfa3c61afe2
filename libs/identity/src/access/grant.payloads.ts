import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { GrantRoleError, RevokeRoleError } from './grant.reasons.js';
import { RoleGrantType } from './role-grant.type.js';

@ObjectType({ description: 'Answer to `grantRole`.' })
export class GrantRolePayload {
  @Field(() => RoleGrantType, { nullable: true, description: 'The new grant. Null: refused.' })
  roleGrant!: RoleGrantType | null;

  @Field(() => [GrantRoleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `revokeRole`.' })
export class RevokeRolePayload {
  @Field(() => RoleGrantType, { nullable: true, description: 'The ended grant. Null: refused.' })
  roleGrant!: RoleGrantType | null;

  @Field(() => [RevokeRoleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
