import { ObjectType } from '@nestjs/graphql';
import { Reason, reasonsOf, UserError } from '#platform';
import { OrganizationNotFound } from '../organization/organization.reasons.js';

@ObjectType({ implements: () => UserError, description: 'No account has this mailbox.' })
export class AccountNotFound extends Reason {
  constructor() {
    super('identity.account-not-found', ['email']);
  }
}

@ObjectType({ implements: () => UserError, description: 'Nobody gives a role to themselves.' })
export class CannotGrantToSelf extends Reason {
  constructor() {
    super('identity.cannot-grant-to-self', ['email']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The role allows more than you may do there yourself, over everything below it.',
})
export class GrantExceedsOwn extends Reason {
  constructor(path: string[]) {
    super('identity.grant-exceeds-own', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'The period ends before it begins.' })
export class PeriodEndsBeforeStart extends Reason {
  constructor() {
    super('identity.period-ends-before-start', ['validTo']);
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such grant, or not for you to see.' })
export class RoleGrantNotFound extends Reason {
  constructor() {
    super('identity.role-grant-not-found', ['roleGrantId']);
  }
}

export const GrantRoleError = reasonsOf('GrantRoleError', 'Why a grant was refused.', [
  OrganizationNotFound,
  AccountNotFound,
  CannotGrantToSelf,
  GrantExceedsOwn,
  PeriodEndsBeforeStart,
]);

export const RevokeRoleError = reasonsOf('RevokeRoleError', 'Why taking a role back was refused.', [
  RoleGrantNotFound,
  GrantExceedsOwn,
]);
