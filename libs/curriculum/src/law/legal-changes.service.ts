import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, newId, type Reason, type RequestContext, refuse } from '#platform';
import { ReferenceLists } from '#reference';
import { beginRecheck } from '../review/rechecks.js';
import { endedBy, inTheWayOf } from './edition.rules.js';
import { fits } from './law.enums.js';
import {
  EditionEndsBeforeStart,
  EditionsOverlap,
  EnglishTextMissing,
  LegalActNotFound,
  RequirementRepeated,
  TextRepeated,
  UnitDoesNotFit,
  ValueWithoutUnit,
} from './law.reasons.js';
import { LegalAct } from './legal-act.entity.js';
import { LegalActEdition } from './legal-act-edition.entity.js';
import { LegalRequirement } from './legal-requirement.entity.js';
import type { LegalRequirementInput, RecordLegalActChangeInput } from './record-change.input.js';

/** Recording what law has become. */
@Injectable()
export class LegalChanges {
  constructor(
    private readonly acts: Acts,
    private readonly reference: ReferenceLists,
  ) {}

  /**
   * Records a new edition of an act; the one that was open ends on its first day, and what relied on it is re-checked.
   * The act is locked first, so two editions recorded at once never overlap.
   * Refuses with LegalActNotFound, EditionsOverlap, EditionEndsBeforeStart, RequirementRepeated, ValueWithoutUnit,
   * UnitDoesNotFit, EnglishTextMissing, TextRepeated, UnknownCode.
   */
  record(asked: RequestContext, input: RecordLegalActChangeInput): Promise<LegalActEdition> {
    const details = { inForceFrom: input.inForceFrom, requirements: input.requirements.length };
    return this.acts.perform(asked, { name: 'recordLegalActChange', input, details }, async (tx) => {
      const act = await tx.findOne(LegalAct, { where: { id: input.legalActId }, lock: { mode: 'for_no_key_update' } });
      if (!act || act.retiredAt) refuse(new LegalActNotFound());
      await this.assertSound(tx, input);
      const number = await makeRoom(tx, act.id, input);
      const edition = tx.create(LegalActEdition, {
        id: newId(),
        actId: act.id,
        number,
        seen: input.seen,
        inForceFrom: input.inForceFrom,
        inForceUntil: input.inForceUntil ?? null,
        recordedAt: new Date(),
        source: input.source,
        verification: input.verification,
        note: input.note ?? null,
      });
      await tx.insert(LegalActEdition, edition);
      await tx.insert(
        LegalRequirement,
        input.requirements.map((it, place) => rowOf(edition.id, it, place + 1)),
      );
      await beginRecheck(tx, edition.id);
      return edition;
    });
  }

  private async assertSound(tx: EntityManager, input: RecordLegalActChangeInput): Promise<void> {
    const { requirements, inForceFrom, inForceUntil } = input;
    const roles = requirements.flatMap(({ roleCodes }) => roleCodes);
    const locales = requirements.flatMap(({ texts }) => texts.map(({ locale }) => locale));
    const found: Reason[] = [
      ...(inForceUntil && inForceUntil <= inForceFrom ? [new EditionEndsBeforeStart()] : []),
      ...repeated(requirements.map(({ code }) => code)).map((code) => new RequirementRepeated(code)),
      ...requirements.flatMap(faultsOf),
      ...(await this.reference.unknownCodes(
        tx,
        { roles, locales },
        { roles: ['requirements'], locales: ['requirements'] },
      )),
    ];
    if (found.length > 0) refuse(...found);
  }
}

function faultsOf({ code, kind, texts, value, unit }: LegalRequirementInput, place: number): Reason[] {
  const locales = texts.map(({ locale }) => locale);
  return [
    ...(((value ?? null) === null) === ((unit ?? null) === null) ? [] : [new ValueWithoutUnit(code)]),
    ...(fits(kind, unit ?? null) ? [] : [new UnitDoesNotFit(code)]),
    ...(locales.includes('en') ? [] : [new EnglishTextMissing(code)]),
    ...repeated(locales).map((locale) => new TextRepeated(locale, ['requirements', String(place), 'texts'])),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}

/** Ends the open edition on the first day of the new one. Answers with the number of the new one. */
async function makeRoom(tx: EntityManager, actId: string, input: RecordLegalActChangeInput): Promise<number> {
  const rows = await tx.find(LegalActEdition, { where: { actId } });
  const editions = rows.map((row) => ({ row, from: row.inForceFrom, until: row.inForceUntil }));
  const fresh = { from: input.inForceFrom, until: input.inForceUntil ?? null };
  const blocker = inTheWayOf(editions, fresh);
  if (blocker) refuse(new EditionsOverlap(blocker.row.id, blocker.from, blocker.until));
  const ended = endedBy(editions, fresh);
  if (ended) await tx.update(LegalActEdition, { id: ended.row.id }, { inForceUntil: input.inForceFrom });
  return Math.max(0, ...rows.map(({ number }) => number)) + 1;
}

function rowOf(editionId: string, input: LegalRequirementInput, position: number): Partial<LegalRequirement> {
  return {
    ...input,
    id: newId(),
    editionId,
    position,
    texts: Object.fromEntries(input.texts.map(({ locale, text }) => [locale, text])),
    article: input.article ?? null,
    value: input.value ?? null,
    unit: input.unit ?? null,
    note: input.note ?? null,
    inForceFrom: null,
  };
}
