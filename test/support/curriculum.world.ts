import { randomBytes } from 'node:crypto';
import { newId } from '../../libs/platform/src/ids.js';
import type { Academy } from './catalog.world.js';
import { type Answer, type Asker, client } from './client.js';
import { workerDatabase } from './database.js';

/** An act that only this test knows. */
export interface MadeAct {
  id: string;
  code: string;
  countryCode: string;
  editionId: string;
  /** Requirement ids of the first edition, by code. */
  requirements: Record<string, string>;
}

/** What a requirement says, as a test cares for it; the rest is filled in. */
export interface RequirementWish {
  code?: string;
  kind?: string;
  value?: number | null;
  unit?: string | null;
  roleCodes?: string[];
  otherAudience?: string[];
  trainingModes?: string[];
  documents?: string[];
  verification?: string;
  inForceFrom?: string | null;
}

/** An act with one edition, in force from a day or since ever. */
export async function newAct(
  countryCode: string,
  requirements: RequirementWish[],
  { status = 'IN_FORCE', inForceFrom = null as string | null } = {},
): Promise<MadeAct> {
  const database = await workerDatabase();
  const [id, editionId] = [newId(), newId()];
  const code = `test-${randomBytes(6).toString('hex')}`;
  await database.query(
    `INSERT INTO legal_act (id, code, country_code, areas, titles, status, source, verification)
     VALUES ($1, $2, $3, '{OSH_TRAINING}', jsonb_build_object('en', 'Act ' || $2::text), $4, 'made for a test', 'VERIFIED')`,
    [id, code, countryCode, status],
  );
  await database.query(
    `INSERT INTO legal_act_edition (id, act_id, number, seen, in_force_from, source, verification)
     VALUES ($1, $2, 1, 'first text', $3, 'made for a test', 'VERIFIED')`,
    [editionId, id, inForceFrom],
  );
  const ids: Record<string, string> = {};
  for (const [place, wish] of requirements.entries()) {
    const requirement = requirementOf(wish, place);
    ids[requirement.code] = newId();
    await database.query(
      `INSERT INTO legal_requirement (id, edition_id, code, position, kind, texts, role_codes, other_audience, value, unit,
         training_modes, documents, providers, in_force_from, source, verification)
       VALUES ($1, $2, $3, $4, $5, '{"en": "What it asks."}', $6, $7, $8, $9, $10, $11, '{}', $12, 'made for a test', $13)`,
      [
        ids[requirement.code],
        editionId,
        requirement.code,
        place + 1,
        requirement.kind,
        requirement.roleCodes,
        requirement.otherAudience,
        requirement.value,
        requirement.unit,
        requirement.trainingModes,
        requirement.documents,
        requirement.inForceFrom,
        requirement.verification,
      ],
    );
  }
  return { id, code, countryCode, editionId, requirements: ids };
}

function requirementOf(wish: RequirementWish, place: number) {
  return {
    code: `requirement-${place + 1}`,
    kind: 'CONTENT',
    value: null,
    unit: null,
    // Of no curriculum that a test does not make for them: acts of other tests must not speak of it.
    roleCodes: ['YOUTH'],
    otherAudience: [],
    trainingModes: [],
    documents: [],
    verification: 'VERIFIED',
    inForceFrom: null,
    ...wish,
  };
}

/** The input of `recordLegalActChange` with these requirements. */
export function changeInput(act: MadeAct, inForceFrom: string, wishes: RequirementWish[], more: object = {}) {
  return {
    legalActId: act.id,
    inForceFrom,
    seen: 'the new text',
    source: 'made for a test',
    verification: 'VERIFIED',
    requirements: wishes.map((wish, place) => {
      const { inForceFrom: _, ...requirement } = requirementOf(wish, place);
      return { ...requirement, texts: [{ locale: 'en', text: 'What it asks now.' }], source: 'made for a test' };
    }),
    ...more,
  };
}

const REASONS = 'errors { __typename ... on UserError { message path } }';

/** Sends one mutation of this library: `send(who, 'recordLegalActChange', input, 'edition { id number }')`. */
export function send(who: Asker, mutation: string, input: object, fields: string, headers = {}): Promise<Answer> {
  const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${Input}!) { ${mutation}(input: $input) { ${fields} ${REASONS} } }`;
  return client.as(who).send(document, { input }, headers);
}

export interface ModuleWish {
  titles?: Record<string, string>;
  hours?: { lecture?: number; practice?: number; selfStudy?: number; assessment?: number };
  outcomes?: Record<string, string>[];
  courseIds?: string[];
}

function moduleInput({
  titles = { en: 'Labor law basics' },
  hours = { lecture: 8 },
  outcomes = [],
  courseIds = [],
}: ModuleWish) {
  return {
    hours,
    courseIds,
    translations: Object.entries(titles).map(([locale, title]) => ({ locale, title })),
    outcomes: outcomes.map((texts) => ({
      translations: Object.entries(texts).map(([locale, text]) => ({ locale, text })),
    })),
  };
}

/** A shared module of the academy. */
export async function newModule(academy: Academy, wish: ModuleWish = {}): Promise<string> {
  const input = { ownerId: academy.id, ...moduleInput(wish) };
  const answer = await send(academy.admin, 'createCurriculumModule', input, 'module { id }');
  expect(answer).toSucceed();
  return answer.data.createCurriculumModule.module.id;
}

export async function reviseModule(academy: Academy, moduleId: string, wish: ModuleWish): Promise<void> {
  const input = { moduleId, ...moduleInput(wish) };
  expect(await send(academy.admin, 'reviseCurriculumModule', input, 'module { id }')).toSucceed();
}

export interface CurriculumWish {
  titles?: Record<string, string>;
  /** Module ids, or placements. */
  modules?: (string | { moduleId: string; isElective?: boolean; requiredModuleIds?: string[] })[];
  sectorCodes?: string[];
  roleCodes?: string[];
  repeatMonths?: number | null;
  trainingModes?: string[];
  documents?: string[];
}

export function curriculumInput(academy: Academy, wish: CurriculumWish = {}) {
  const { titles = { en: 'Labor protection specialists' }, modules = [], roleCodes = ['ACCOUNTANT'], ...rest } = wish;
  return {
    ownerId: academy.id,
    translations: Object.entries(titles).map(([locale, title]) => ({ locale, title })),
    modules: modules.map((placed) => (typeof placed === 'string' ? { moduleId: placed } : placed)),
    roleCodes,
    ...rest,
  };
}

/** A draft of the academy. */
export async function newCurriculum(academy: Academy, wish: CurriculumWish = {}): Promise<string> {
  const answer = await send(academy.admin, 'createCurriculum', curriculumInput(academy, wish), 'curriculum { id }');
  expect(answer).toSucceed();
  return answer.data.createCurriculum.curriculum.id;
}

export async function publish(academy: Academy, curriculumId: string): Promise<void> {
  expect(await send(academy.admin, 'publishCurriculum', { curriculumId }, 'curriculum { id }')).toSucceed();
}

/** A published curriculum of the academy. */
export async function publishedCurriculum(academy: Academy, wish: CurriculumWish = {}): Promise<string> {
  const modules = wish.modules ?? [await newModule(academy)];
  const id = await newCurriculum(academy, { ...wish, modules });
  await publish(academy, id);
  return id;
}

/** The draft of a variant of a published curriculum. */
export async function newVariant(academy: Academy, baseId: string, countryCode: string): Promise<string> {
  const answer = await send(academy.admin, 'deriveVariant', { curriculumId: baseId, countryCode }, 'curriculum { id }');
  expect(answer).toSucceed();
  return answer.data.deriveVariant.curriculum.id;
}

/** Judges a module against a requirement; COVERS unless something else is said. */
export async function align(
  academy: Academy,
  curriculumId: string,
  moduleId: string,
  requirementId: string | undefined,
  more: { coverage?: string; hours?: number; reason?: string; outcomeId?: string } = {},
): Promise<void> {
  const input = { curriculumId, moduleId, requirementId, coverage: 'COVERS', ...more };
  expect(await send(academy.admin, 'alignModule', input, 'alignment { id }')).toSucceed();
}
