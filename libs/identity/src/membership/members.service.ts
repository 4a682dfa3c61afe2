import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Acts,
  newId,
  type Reason,
  type RequestContext,
  refuse,
  SETTINGS,
  type Settings,
  type Viewer,
  violates,
} from '#platform';
import { ReferenceLists } from '#reference';
import { mayIn } from '../access/may.js';
import { databaseNow } from '../database-now.js';
import { NationalNumber } from '../national-number/national-number.entity.js';
import { doubtsAbout, type GivenNumber, isWrongNumber, plainNumber } from '../national-number/number.rules.js';
import { lookUpOf, seal } from '../national-number/seal.js';
import { Organization } from '../organization/organization.entity.js';
import { holdOpen } from '../organization/organization.locks.js';
import { DayInFuture } from '../organization/organization.reasons.js';
import { todayIn } from '../organization/today.js';
import { insertPerson } from '../person/insert-person.js';
import { type Names, nameKeysOf, scriptOf } from '../person/name.rules.js';
import { PersonAccess } from '../person/person-access.service.js';
import { findDuplicates, Likeness, lockLikes, type SoughtPerson } from './duplicates.js';
import { insertMembership } from './insert-membership.js';
import { Membership } from './membership.entity.js';
import type {
  AddMemberInput,
  AddMembershipInput,
  EndMembershipInput,
  NationalNumberInput,
  PersonNamesInput,
} from './membership.inputs.js';
import {
  AlreadyMember,
  EndsBeforeStart,
  MembershipNotFound,
  NamesInSameScript,
  NationalNumberTaken,
  NationalNumberUnusual,
  NationalNumberWrong,
  PersonUnknown,
  PossibleDuplicates,
} from './membership.reasons.js';

/** Who belongs to an organization. */
@Injectable()
export class Members {
  constructor(
    private readonly acts: Acts,
    private readonly access: PersonAccess,
    private readonly reference: ReferenceLists,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Makes a person known, and a member. Whoever may be the same human is shown first, and nothing is written.
   * Refuses with OrganizationNotFound, OrganizationClosed, NamesInSameScript, NationalNumberWrong,
   * NationalNumberTaken, UnknownCode, DayInFuture, PossibleDuplicates.
   */
  add(asked: RequestContext, viewer: Viewer, input: AddMemberInput): Promise<Membership> {
    const { organizationId, bornOn = null, email = null } = input;
    const personId = newId();
    const act = { name: 'addMember', input, details: { organizationId, personId } };
    return this.acts.perform(asked, act, async (tx) => {
      const organization = await holdOpen(tx, viewer, { id: organizationId, permission: 'member.manage' });
      const names = namesOf(input);
      const namesInOtherScript = input.namesInOtherScript ? namesOf(input.namesInOtherScript) : null;
      refuseSameScript(names, namesInOtherScript);
      const today = await todayOf(tx, organization);
      refuseFuture(today, bornOn, ['bornOn']);
      refuseFuture(today, input.startedOn, ['startedOn']);
      const number = input.nationalNumber ? await this.checked(tx, input.nationalNumber) : null;

      const spellings = namesInOtherScript ? [names, namesInOtherScript] : [names];
      const lookUp = number && lookUpOf(this.settings.secretKeys, number);
      await this.refuseDuplicates(tx, input.confirmDuplicates, {
        organizationId,
        nameKeys: nameKeysOf(spellings),
        bornOn,
        number: number && lookUp && { ...number, lookUp },
      });

      await insertPerson(tx, { ...names, id: personId, namesInOtherScript, bornOn, email });
      if (number && lookUp) {
        const { type, countryCode, value } = number;
        const sealed = seal(this.settings.secretKeys, newId(), value);
        await tx.insert(NationalNumber, { ...sealed, personId, type, countryCode, lookUp });
      }
      return insertMembership(tx, {
        organizationId,
        personId,
        startedOn: input.startedOn ?? today,
        addedByAccountId: viewer.accountId,
      });
    });
  }

  /** What to look at again after adding such a member. */
  warnings({ nationalNumber, bornOn = null }: AddMemberInput): Reason[] {
    if (!nationalNumber) return [];
    return doubtsAbout(plain(nationalNumber), bornOn).map((doubt) => new NationalNumberUnusual(doubt));
  }

  /**
   * Makes a known person a member; the viewer must see them already.
   * Refuses with OrganizationNotFound, OrganizationClosed, PersonUnknown, AlreadyMember, DayInFuture.
   */
  async addMembership(asked: RequestContext, viewer: Viewer, input: AddMembershipInput): Promise<Membership> {
    const { organizationId, personId } = input;
    const act = { name: 'addMembership', input, onBehalfOf: personId, details: { organizationId, personId } };
    try {
      return await this.acts.perform(asked, act, async (tx) => {
        const organization = await holdOpen(tx, viewer, { id: organizationId, permission: 'member.manage' });
        if (!(await this.access.maySee(viewer, personId, tx))) refuse(new PersonUnknown());
        const today = await todayOf(tx, organization);
        refuseFuture(today, input.startedOn, ['startedOn']);
        const startedOn = input.startedOn ?? today;
        return insertMembership(tx, { organizationId, personId, startedOn, addedByAccountId: viewer.accountId });
      });
    } catch (error) {
      if (violates(error, 'one_membership_in_force')) refuse(new AlreadyMember());
      throw error;
    }
  }

  /** Ends a membership; ending it twice is no error. Refuses with MembershipNotFound, DayInFuture, EndsBeforeStart. */
  end(asked: RequestContext, viewer: Viewer, { membershipId, endedOn }: EndMembershipInput): Promise<Membership> {
    const input = { membershipId, endedOn };
    return this.acts.perform(asked, { name: 'endMembership', input, details: { endedOn } }, async (tx) => {
      const membership = await tx.findOne(Membership, {
        where: { id: membershipId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!membership || !(await mayIn(tx, viewer, 'member.manage', membership.organizationId))) {
        refuse(new MembershipNotFound());
      }
      if (membership.endedOn) return membership;

      const organization = await tx.findOneByOrFail(Organization, { id: membership.organizationId });
      const today = await todayOf(tx, organization);
      refuseFuture(today, endedOn, ['endedOn']);
      membership.endedOn = endedOn ?? today;
      if (membership.endedOn < membership.startedOn) refuse(new EndsBeforeStart());
      await tx.update(Membership, { id: membershipId }, { endedOn: membership.endedOn });
      return membership;
    });
  }

  private async checked(tx: EntityManager, input: NationalNumberInput): Promise<GivenNumber> {
    const number = plain(input);
    const path = { countries: ['nationalNumber', 'countryCode'] };
    const unknown = await this.reference.unknownCodes(tx, { countries: [number.countryCode] }, path);
    if (unknown.length > 0) refuse(...unknown);
    if (isWrongNumber(number)) refuse(new NationalNumberWrong());
    return number;
  }

  private async refuseDuplicates(tx: EntityManager, confirmed: readonly string[], sought: SoughtPerson): Promise<void> {
    await lockLikes(tx, sought);
    const found = await findDuplicates(tx, sought);
    const unconfirmed = found.filter(({ personId }) => !confirmed.includes(personId));
    if (unconfirmed.length > 0) refuse(new PossibleDuplicates(unconfirmed));
    if (found.some(({ likeness }) => likeness === Likeness.NATIONAL_NUMBER)) refuse(new NationalNumberTaken());
  }
}

function plain({ type, countryCode, value }: NationalNumberInput): GivenNumber {
  return { type, countryCode, value: plainNumber(value) };
}

function namesOf({ familyName, givenName, patronymic }: PersonNamesInput): Names {
  return { familyName: familyName.trim(), givenName: givenName.trim(), patronymic: patronymic?.trim() ?? null };
}

function refuseSameScript(names: Names, other: Names | null): void {
  const script = other && scriptOf(other);
  if (script && script === scriptOf(names)) refuse(new NamesInSameScript());
}

async function todayOf(tx: EntityManager, organization: Organization): Promise<string> {
  return todayIn(organization, await databaseNow(tx));
}

function refuseFuture(today: string, day: string | null | undefined, path: string[]): void {
  if (day && day > today) refuse(new DayInFuture(path));
}
