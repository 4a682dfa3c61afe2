import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Organization, OrganizationKind } from '#identity';
import { type Reason, refuse } from '#platform';
import { CodeList, ReferenceLists, UnknownCode } from '#reference';
import type { PeopleAt } from '../request/people.js';
import { AcademyNotFound } from './asking.reasons.js';
import { contradictionsIn, type Need, repeatedPlaces } from './need.rules.js';

/** Whether what was written names things that there are. */
@Injectable()
export class Soundness {
  constructor(private readonly reference: ReferenceLists) {}

  /** Refuses with all that is wrong: UnknownCode, PlaceRepeated, NeedPeriodEndsBeforeStart, AcademyNotFound. */
  async assertNeed(tx: EntityManager, need: Need, people: readonly PeopleAt[]): Promise<void> {
    const { sectorCodes, roleCodes, languages, locale, addressedToId } = need;
    const codes = { sectors: sectorCodes, roles: roleCodes, locales: languages };
    const paths = { sectors: inNeed('sectorCodes'), roles: inNeed('roleCodes'), locales: inNeed('languages') };
    const found = [
      ...(await this.reference.unknownCodes(tx, { locales: [locale] }, { locales: inNeed('locale') })),
      ...(await this.reference.unknownCodes(tx, codes, paths)),
      ...(await this.faultsOfPeople(tx, people, inNeed('people'))),
      ...contradictionsIn(need),
      ...(addressedToId && !(await isAcademy(tx, addressedToId)) ? [new AcademyNotFound(inNeed('addressedToId'))] : []),
    ];
    if (found.length > 0) refuse(...found);
  }

  async faultsOfPeople(tx: EntityManager, people: readonly PeopleAt[], path: string[]): Promise<Reason[]> {
    const countries = people.map(({ countryCode }) => countryCode);
    const subdivisions = people.flatMap(({ subdivisionCode }) => subdivisionCode ?? []);
    const unknown = await this.reference.unknownCodes(
      tx,
      { countries, subdivisions },
      { countries: path, subdivisions: path },
    );
    const astray = people.filter(
      ({ countryCode, subdivisionCode }) => subdivisionCode && !subdivisionCode.startsWith(`${countryCode}-`),
    );
    const elsewhere = astray.map(({ subdivisionCode }) => String(subdivisionCode));
    return [
      ...unknown,
      ...elsewhere
        .filter((code) => !unknown.some((reason) => reason.code === code))
        .map((code) => new UnknownCode(CodeList.SUBDIVISIONS, code, path)),
      ...repeatedPlaces(people, path),
    ];
  }
}

export function isAcademy(tx: EntityManager, id: string): Promise<boolean> {
  return tx.existsBy(Organization, { id, kind: OrganizationKind.ACADEMY });
}

function inNeed(field: string): string[] {
  return ['need', field];
}
