import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, type RequestContext, refuse, type Viewer } from '#platform';
import { CodeList, ReferenceLists, type Subdivision, UnknownCode } from '#reference';
import { insertOrganization } from './insert-organization.js';
import { Line } from './line.js';
import type { Organization } from './organization.entity.js';
import type {
  CreateOrganizationInput,
  OrganizationNameInput,
  RenameOrganizationInput,
  UpdateOrganizationInput,
} from './organization.inputs.js';
import { holdOpen, lockOrganization } from './organization.locks.js';
import { CannotStandBelow, NameRepeated, ParentNeeded } from './organization.reasons.js';
import { writeContacts, writeLanguages, writeNames, writeSectors } from './organization.writer.js';
import { mayStandBelow } from './standing.rules.js';
import { shareTree } from './tree.js';

/** Who is in the register of organizations, and what is known about them. */
@Injectable()
export class OrganizationRegister {
  constructor(
    private readonly acts: Acts,
    private readonly reference: ReferenceLists,
  ) {}

  /**
   * Enters an organization below its parents; the viewer must manage each of them.
   * Refuses with OrganizationNotFound, OrganizationClosed, ParentNeeded, CannotStandBelow, NameRepeated, UnknownCode.
   */
  create(asked: RequestContext, viewer: Viewer, input: CreateOrganizationInput): Promise<Organization> {
    const { kind, sectoralParentId = null, territorialParentId = null } = input;
    const details = { kind, sectoralParentId, territorialParentId };
    return this.acts.perform(asked, { name: 'createOrganization', input, details }, async (tx) => {
      await shareTree(tx);
      const parents = await this.parentsOf(tx, viewer, input);
      const above = parents[Line.SECTORAL] ?? parents[Line.TERRITORIAL];
      if (!above) refuse(new ParentNeeded(['sectoralParentId']));
      refuseRepeatedNames(input.names);

      const countryCode = input.countryCode ?? above.countryCode;
      await this.refuseUnknown(asked, tx, { ...input, countryCode });
      return insertOrganization(tx, {
        kind,
        sectoralParentId,
        territorialParentId,
        countryCode,
        subdivisionCode: input.subdivisionCode ?? null,
        timeZone: input.timeZone ?? (await this.zoneOf(asked, input.subdivisionCode)) ?? above.timeZone,
        defaultLocale: input.defaultLocale ?? above.defaultLocale,
        names: asNames(input.names),
        sectorCodes: input.sectorCodes,
        languages: input.languages,
        contacts: input.contacts,
      });
    });
  }

  /** Gives an organization all its names. Refuses with OrganizationNotFound, OrganizationClosed, NameRepeated, UnknownCode. */
  rename(asked: RequestContext, viewer: Viewer, input: RenameOrganizationInput): Promise<Organization> {
    const { organizationId: id, names } = input;
    const act = { name: 'renameOrganization', input, details: { names: asNames(names) } };
    return this.acts.perform(asked, act, async (tx) => {
      const organization = await lockOrganization(tx, viewer, { id, permission: 'organization.manage' });
      refuseRepeatedNames(names);
      await this.refuseUnknown(asked, tx, { names });
      await writeNames(tx, id, asNames(names));
      return organization;
    });
  }

  /** Corrects what is known about it. Refuses with OrganizationNotFound, OrganizationClosed, UnknownCode. */
  update(asked: RequestContext, viewer: Viewer, input: UpdateOrganizationInput): Promise<Organization> {
    const { organizationId: id, sectorCodes, languages, contacts } = input;
    return this.acts.perform(asked, { name: 'updateOrganization', input }, async (tx) => {
      const organization = await lockOrganization(tx, viewer, { id, permission: 'organization.manage' });
      const countryCode = input.countryCode ?? organization.countryCode;
      await this.refuseUnknown(asked, tx, { ...input, countryCode });

      const staysInRegion = countryCode === organization.countryCode;
      Object.assign(organization, {
        countryCode,
        subdivisionCode: input.subdivisionCode ?? (staysInRegion ? organization.subdivisionCode : null),
        timeZone: input.timeZone ?? organization.timeZone,
        defaultLocale: input.defaultLocale ?? organization.defaultLocale,
      });
      await tx.save(organization, { reload: false });
      if (sectorCodes) await writeSectors(tx, id, sectorCodes);
      if (languages) await writeLanguages(tx, id, languages);
      if (contacts) await writeContacts(tx, id, contacts);
      return organization;
    });
  }

  private async parentsOf(tx: EntityManager, viewer: Viewer, input: CreateOrganizationInput) {
    const named = { [Line.SECTORAL]: input.sectoralParentId, [Line.TERRITORIAL]: input.territorialParentId };
    const parents: Partial<Record<Line, Organization>> = {};
    for (const line of [Line.SECTORAL, Line.TERRITORIAL]) {
      const id = named[line];
      if (!id) continue;
      const path = [line === Line.SECTORAL ? 'sectoralParentId' : 'territorialParentId'];
      const parent = await holdOpen(tx, viewer, { id, permission: 'organization.manage', path });
      if (!mayStandBelow(input.kind, parent.kind, line)) {
        refuse(new CannotStandBelow(line, input.kind, parent.kind, path));
      }
      parents[line] = parent;
    }
    return parents;
  }

  private async refuseUnknown(asked: RequestContext, tx: EntityManager, given: GivenCodes): Promise<void> {
    const { names = [], sectorCodes, languages, countryCode, subdivisionCode, timeZone, defaultLocale } = given;
    const one = (code?: string | null) => (code ? [code] : []);
    const unknown = [
      ...(await this.reference.unknownCodes(tx, { sectors: sectorCodes ?? [] })),
      ...(await this.reference.unknownCodes(tx, { locales: languages ?? [] })),
      ...(await this.reference.unknownCodes(tx, { countries: one(countryCode) }, { countries: ['countryCode'] })),
      ...(await this.reference.unknownCodes(tx, { timeZones: one(timeZone) })),
      ...(await this.reference.unknownCodes(tx, { locales: one(defaultLocale) }, { locales: ['defaultLocale'] })),
      ...(await this.reference.unknownCodes(
        tx,
        { locales: names.map(({ locale }) => locale) },
        { locales: ['names'] },
      )),
    ];
    if (subdivisionCode && (await this.subdivision(asked, subdivisionCode))?.countryCode !== countryCode) {
      unknown.push(new UnknownCode(CodeList.SUBDIVISIONS, subdivisionCode, ['subdivisionCode']));
    }
    if (unknown.length > 0) refuse(...unknown);
  }

  private async zoneOf(asked: RequestContext, subdivisionCode?: string | null): Promise<string | null> {
    return subdivisionCode ? ((await this.subdivision(asked, subdivisionCode))?.timeZone ?? null) : null;
  }

  private async subdivision(asked: RequestContext, code: string): Promise<Subdivision | null> {
    const subdivision = await this.reference.subdivisionsByCode.of(asked).load(code);
    return subdivision?.retiredAt ? null : subdivision;
  }
}

interface GivenCodes {
  names?: OrganizationNameInput[];
  sectorCodes?: string[] | null;
  languages?: string[] | null;
  countryCode?: string | null;
  subdivisionCode?: string | null;
  timeZone?: string | null;
  defaultLocale?: string | null;
}

function asNames(names: readonly OrganizationNameInput[]): Record<string, string> {
  return Object.fromEntries(names.map(({ locale, name }) => [locale, name.trim()]));
}

function refuseRepeatedNames(names: readonly OrganizationNameInput[]): void {
  const repeated = names.find(({ locale }, place) => names.findIndex((name) => name.locale === locale) !== place);
  if (repeated) refuse(new NameRepeated(repeated.locale));
}
