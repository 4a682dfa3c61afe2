import './identity.messages.js';
import './import/member-import.messages.js';
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
import { EndedSignIns } from './account/ended-sign-ins.js';
import { SignIns } from './account/sign-ins.service.js';
import { ViewerResolver } from './account/viewer.resolver.js';
import { Viewers } from './account/viewers.service.js';
import { FailedRowsResolver } from './import/failed-rows/failed-rows.resolver.js';
import { FailedRows } from './import/failed-rows/failed-rows.service.js';
import { Uploads } from './import/file/uploads.service.js';
import { ForgottenFiles } from './import/forgotten-files.js';
import { MemberImportApplying } from './import/member-import.applying.js';
import { MemberImportReading } from './import/member-import.reading.js';
import { MemberImportReads } from './import/member-import.reads.js';
import { MemberImportResolver, MemberImportRowResolver } from './import/member-import.resolver.js';
import { MemberImportUndoing } from './import/member-import.undoing.js';
import { MemberImports } from './import/member-imports.service.js';
import { MandateLoaders } from './mandate/mandate.loaders.js';
import { MandateResolver } from './mandate/mandate.resolver.js';
import { Mandates } from './mandate/mandates.service.js';
import { OrganizationMandatesResolver } from './mandate/organization-mandates.resolver.js';
import { PossibleDuplicateResolver, PossibleDuplicatesResolver } from './membership/duplicates.resolver.js';
import { Members } from './membership/members.service.js';
import { MembershipLoaders } from './membership/membership.loaders.js';
import { MembershipResolver } from './membership/membership.resolver.js';
import { OrganizationMembersResolver } from './membership/organization-members.resolver.js';
import { NationalNumberResolver } from './national-number/national-number.resolver.js';
import { NationalNumbers } from './national-number/national-numbers.service.js';
import { ManageResolver } from './organization/manage.resolver.js';
import { MemberCounts } from './organization/member-counts.service.js';
import { OrganizationLoaders } from './organization/organization.loaders.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { OrganizationAccess } from './organization/organization-access.service.js';
import { OrganizationRegister } from './organization/organization-register.service.js';
import { Organizations } from './organization/organizations.service.js';
import { Restructuring } from './organization/restructuring.service.js';
import { PersonLoaders } from './person/person.loaders.js';
import { PersonResolver } from './person/person.resolver.js';
import { PersonAccess } from './person/person-access.service.js';

/** People, organizations, accounts and grants. Global, because the access guard of the platform asks its Authority. */
@Global()
@Module({
  imports: [ReferenceModule],
  providers: [
    { provide: Authority, useClass: GrantAuthority },
    Accounts,
    AccountResolver,
    Attempts,
    EndedSignIns,
    FailedRows,
    FailedRowsResolver,
    ForgottenFiles,
    GrantResolver,
    Grants,
    ManageResolver,
    MandateLoaders,
    MandateResolver,
    Mandates,
    MemberCounts,
    MemberImportApplying,
    MemberImportReading,
    MemberImportReads,
    MemberImportResolver,
    MemberImportRowResolver,
    MemberImports,
    MemberImportUndoing,
    Members,
    MembershipLoaders,
    MembershipResolver,
    NationalNumberResolver,
    NationalNumbers,
    OrganizationAccess,
    OrganizationMandatesResolver,
    OrganizationMembersResolver,
    PersonAccess,
    PersonResolver,
    PossibleDuplicateResolver,
    PossibleDuplicatesResolver,
    OrganizationLoaders,
    OrganizationRegister,
    OrganizationResolver,
    Organizations,
    PersonLoaders,
    Restructuring,
    SignIns,
    Uploads,
    ViewerResolver,
    Viewers,
  ],
  exports: [Authority, FailedRows, OrganizationAccess, OrganizationLoaders, PersonAccess, PersonLoaders, Uploads],
})
export class IdentityModule {}
