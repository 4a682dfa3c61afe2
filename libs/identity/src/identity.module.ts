import './identity.messages.js';
import './organization/organization.messages.js';
import './person/people.messages.js';
import { Global, Module } from '@nestjs/common';
import { Authority } from '#platform';
import { ReferenceModule } from '#reference';
import { GrantResolver } from './access/grant.resolver.js';
import { GrantAuthority } from './access/grant-authority.js';
import { Grants } from './access/grants.service.js';
import { AccountResolver } from './account/account.resolver.js';
import { Accounts } from './account/accounts.service.js';
import { Attempts } from './account/attempts.js';
import { SignIns } from './account/sign-ins.service.js';
import { Viewers } from './account/viewers.service.js';
import { ManageResolver } from './organization/manage.resolver.js';
import { MemberCounts } from './organization/member-counts.service.js';
import { OrganizationLoaders } from './organization/organization.loaders.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { OrganizationRegister } from './organization/organization-register.service.js';
import { Organizations } from './organization/organizations.service.js';
import { Restructuring } from './organization/restructuring.service.js';
import { PersonLoaders } from './person/person.loaders.js';

/** People, organizations, accounts and grants. Global, because the access guard of the platform asks its Authority. */
@Global()
@Module({
  imports: [ReferenceModule],
  providers: [
    { provide: Authority, useClass: GrantAuthority },
    Accounts,
    AccountResolver,
    Attempts,
    GrantResolver,
    Grants,
    ManageResolver,
    MemberCounts,
    OrganizationLoaders,
    OrganizationRegister,
    OrganizationResolver,
    Organizations,
    PersonLoaders,
    Restructuring,
    SignIns,
    Viewers,
  ],
  exports: [Authority, OrganizationLoaders, PersonLoaders],
})
export class IdentityModule {}
