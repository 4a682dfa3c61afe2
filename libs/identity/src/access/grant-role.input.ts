import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { DateTime } from '#platform';
import { IsMailbox } from '../account/email.js';
import { GrantScope, Role } from './roles.js';

@InputType({ description: 'Gives an account a role in an organization.' })
export class GrantRoleInput {
  @Field(() => String, { description: 'Mailbox of the account that gets the role.' })
  @IsMailbox()
  email!: string;

  @Field(() => ID, { description: 'Organization the role is in.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => Role, { description: 'What it allows.' })
  @IsEnum(Role)
  role!: Role;

  @Field(() => GrantScope, { defaultValue: GrantScope.SELF, description: 'How far it reaches.' })
  @IsEnum(GrantScope)
  scope!: GrantScope;

  @Field(() => DateTime, { nullable: true, description: 'From when it holds; null: from now.' })
  @IsOptional()
  validFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it holds; null: without end.' })
  @IsOptional()
  validTo?: Date | null;
}

@InputType({ description: 'Takes a role back.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'The grant to end.' })
  @IsUUID()
  roleGrantId!: string;
}
