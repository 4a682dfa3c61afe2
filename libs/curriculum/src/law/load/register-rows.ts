import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { stableId } from '../../stable-id.js';
import { ConventionRatification, IloConvention } from '../ilo-convention.entity.js';
import { LegalAct } from '../legal-act.entity.js';
import { LegalActEdition } from '../legal-act-edition.entity.js';
import { LegalRequirement } from '../legal-requirement.entity.js';
import type { ActRecord, RegisterFile } from './register.schema.js';

/** All rows the file gives one table. */
export interface TableRows {
  entity: EntityTarget<ObjectLiteral>;
  rows: object[];
}

/** The tables in an order in which each finds what it refers to. */
export function rowsOf({ acts, conventions }: RegisterFile): TableRows[] {
  return [
    { entity: LegalAct, rows: acts.map(actRow) },
    { entity: LegalActEdition, rows: acts.flatMap(editionRows) },
    { entity: LegalRequirement, rows: acts.flatMap(requirementRows) },
    {
      entity: IloConvention,
      rows: conventions.map(({ ratifications: _, bears_on_training, in_force_from, ...it }) => ({
        ...it,
        id: stableId(it.code),
        bearsOnTraining: bears_on_training,
        inForceFrom: in_force_from,
      })),
    },
    {
      entity: ConventionRatification,
      rows: conventions.flatMap(({ code, ratifications }) =>
        ratifications.map(({ country, ...it }) => ({ ...it, conventionId: stableId(code), countryCode: country })),
      ),
    },
  ];
}

function actRow({ country, status_note, editions: _, ...it }: ActRecord): object {
  return { ...it, id: stableId(it.code), countryCode: country, statusNote: status_note };
}

function editionRows({ code, editions, source, verification }: ActRecord): object[] {
  return editions.map((it) => ({
    id: stableId(`${code} ${it.number}`),
    actId: stableId(code),
    number: it.number,
    seen: it.seen,
    inForceFrom: it.in_force_from,
    inForceUntil: it.in_force_until,
    source: it.source ?? source,
    verification: it.verification ?? verification,
    note: it.note,
  }));
}

function requirementRows({ code, editions }: ActRecord): object[] {
  return editions.flatMap(({ number, requirements }) =>
    requirements.map((it, place) => ({
      id: stableId(`${code} ${number} ${it.code}`),
      editionId: stableId(`${code} ${number}`),
      code: it.code,
      position: place + 1,
      kind: it.kind,
      texts: it.texts,
      article: it.article,
      roleCodes: it.roles,
      otherAudience: it.others,
      value: it.value ?? null,
      unit: it.unit ?? null,
      trainingModes: it.training_modes,
      documents: it.documents,
      providers: it.providers,
      inForceFrom: it.in_force_from,
      source: it.source,
      verification: it.verification,
      note: it.note,
    })),
  );
}
