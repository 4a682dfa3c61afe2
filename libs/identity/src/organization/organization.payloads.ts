import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { MemberCountType } from './member-count.type.js';
import {
  CloseOrganizationError,
  CreateOrganizationError,
  MoveOrganizationError,
  RenameOrganizationError,
  ReportMemberCountError,
  UpdateOrganizationError,
} from './organization.reasons.js';
import { OrganizationType } from './organization.type.js';

const WHY = 'Why it was refused; empty when it was done.';

@ObjectType({ description: 'Answer to `createOrganization`.' })
export class CreateOrganizationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The new organization. Null: refused.' })
  organization!: OrganizationType | null;

  @Field(() => [CreateOrganizationError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `renameOrganization`.' })
export class RenameOrganizationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'With its new names. Null: refused.' })
  organization!: OrganizationType | null;

  @Field(() => [RenameOrganizationError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `updateOrganization`.' })
export class UpdateOrganizationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'As it is known now. Null: refused.' })
  organization!: OrganizationType | null;

  @Field(() => [UpdateOrganizationError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `moveOrganization`.' })
export class MoveOrganizationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'At its new place. Null: refused.' })
  organization!: OrganizationType | null;

  @Field(() => [MoveOrganizationError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `closeOrganization`.' })
export class CloseOrganizationPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The closed organization. Null: refused.' })
  organization!: OrganizationType | null;

  @Field(() => [CloseOrganizationError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `reportMemberCount`.' })
export class ReportMemberCountPayload {
  @Field(() => MemberCountType, { nullable: true, description: 'The report. Null: refused.' })
  memberCount!: MemberCountType | null;

  @Field(() => [ReportMemberCountError], { description: WHY })
  errors!: Reason[];
}
