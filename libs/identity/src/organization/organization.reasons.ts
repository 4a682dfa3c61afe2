import { ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';

@ObjectType({ implements: () => UserError, description: 'There is no such organization, or not for you to act in.' })
export class OrganizationNotFound extends Reason {
  constructor() {
    super('identity.organization-not-found', ['organizationId']);
  }
}
