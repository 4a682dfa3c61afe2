import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, Node } from '#platform';
import { GrantScope, Role } from './roles.js';

@ObjectType('RoleGrant', { implements: () => Node, description: 'A role somebody has in an organization, from-to.' })
export class RoleGrantType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => Role, { description: 'What it allows.' })
  role!: Role;

  @Field(() => GrantScope, { description: 'How far it reaches.' })
  scope!: GrantScope;

  @Field(() => DateTime, { description: 'From when it holds.' })
  validFrom!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when it holds; null: without end.' })
  validTo!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null: it was not.' })
  revokedAt!: Date | null;
}
