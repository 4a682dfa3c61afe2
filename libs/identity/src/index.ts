import { RoleGrant } from './access/role-grant.entity.js';
import { Account } from './account/account.entity.js';
import { SignIn } from './account/sign-in.entity.js';
import { FailedRowsDownload } from './import/failed-rows/failed-rows-download.entity.js';
import { FileChunk } from './import/file/file-chunk.entity.js';
import { UploadedFile } from './import/file/uploaded-file.entity.js';
import { MemberImport } from './import/member-import.entity.js';
import { MemberImportRow } from './import/member-import-row.entity.js';
import { Mandate } from './mandate/mandate.entity.js';
import { Membership } from './membership/membership.entity.js';
import { NationalNumber } from './national-number/national-number.entity.js';
import { MemberCount } from './organization/member-count.entity.js';
import { Organization } from './organization/organization.entity.js';
import { OrganizationClosure } from './organization/organization-closure.entity.js';
import { OrganizationContact } from './organization/organization-contact.entity.js';
import { OrganizationLanguage } from './organization/organization-language.entity.js';
import { OrganizationName } from './organization/organization-name.entity.js';
import { OrganizationSector } from './organization/organization-sector.entity.js';
import { Person } from './person/person.entity.js';

export { assertMayActIn } from './access/assert-may-act.js';
export {
  allowedAmong,
  allowedIn,
  apart,
  eachAllowedIn,
  organizationsAllowed,
  type Predicate,
} from './access/grants.js';
export { insertGrant } from './access/grants.service.js';
export { mayBelow, mayIn } from './access/may.js';
export { nearestOfficers } from './access/nearest-officers.js';
export { GrantScope, type Permission, Role, rolesWith } from './access/roles.js';
export { hashPassword } from './account/passwords.js';
export { insertSignIn } from './account/sign-ins.service.js';
export { hashOfToken, newToken } from './account/tokens.js';
export { ViewerType } from './account/viewer.type.js';
export { IdentityModule } from './identity.module.js';
export type { Column as ListColumn } from './import/columns.rules.js';
export { FailedRows } from './import/failed-rows/failed-rows.service.js';
export { FileFormat } from './import/failed-rows/file-format.js';
export { MOST_BYTES, UploadRefused, Uploads } from './import/file/uploads.service.js';
export { ReadingInput } from './import/member-import.inputs.js';
export { UploadTicket } from './import/member-import.payloads.js';
export { FileUnreadable, ImportColumn, ImportRowProblem } from './import/member-import.type.js';
export { readNamedMembers } from './import/read-named-members.js';
export type { RowProblem } from './import/row-problem.js';
export { FileFault, UnreadableFile } from './import/sheet/sheet.js';
export { shownProblems } from './import/shown-problems.js';
export { MANDATES_CHANGED } from './mandate/mandates-changed.js';
export { insertMembership, type NewMembership } from './membership/insert-membership.js';
export { PersonUnknown } from './membership/membership.reasons.js';
export { insertOrganization, type NewOrganization } from './organization/insert-organization.js';
export { OrganizationLoaders } from './organization/organization.loaders.js';
export { holdOpen } from './organization/organization.locks.js';
export { broughtOrganization } from './organization/organization.plan.js';
export { OrganizationClosed, OrganizationNotFound } from './organization/organization.reasons.js';
export { OrganizationType } from './organization/organization.type.js';
export { OrganizationAccess } from './organization/organization-access.service.js';
export { OrganizationKind } from './organization/organization-kind.js';
export { todayIn, todaySql } from './organization/today.js';
export { fullNameSql } from './person/full-name.sql.js';
export { insertPerson, type NewPerson } from './person/insert-person.js';
export { PersonLoaders } from './person/person.loaders.js';
export { PersonType } from './person/person.type.js';
export { actingFor, PersonAccess } from './person/person-access.service.js';
export { Account, Mandate, Organization, OrganizationName, Person, RoleGrant, SignIn, UploadedFile };

export const identityEntities = [
  Account,
  FailedRowsDownload,
  FileChunk,
  Mandate,
  MemberCount,
  MemberImport,
  MemberImportRow,
  Membership,
  NationalNumber,
  Organization,
  OrganizationClosure,
  OrganizationContact,
  OrganizationLanguage,
  OrganizationName,
  OrganizationSector,
  Person,
  RoleGrant,
  SignIn,
  UploadedFile,
];
