import type { EntityManager } from 'typeorm';
import { type Reason, refuse } from '#platform';
import type { ReferenceLists } from '#reference';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { ModuleRepeated } from '../curriculum/curriculum.reasons.js';
import type { CurriculumVersion } from '../curriculum/curriculum-version.entity.js';
import { originOf } from '../law/requirement.queries.js';
import { HoursOutOfBounds, ModuleNotFound } from '../module/module.reasons.js';
import { totalOf } from '../module/module.rows.js';
import { repeatedTexts } from '../text/repeated-texts.js';
import { OverrideKind } from './program.js';
import type { OverrideModuleInput } from './variant.input.js';
import { OverrideIncomplete, RequirementNotFound, RequirementOfAnotherCountry } from './variant.reasons.js';

/** Each kind gives way to those that leave no room for both. */
const GIVE_WAY: Record<OverrideKind, OverrideKind[]> = {
  REPLACE: [OverrideKind.DROP, OverrideKind.CHANGE_HOURS, OverrideKind.OTHER_TEXTS],
  DROP: [OverrideKind.REPLACE, OverrideKind.CHANGE_HOURS, OverrideKind.OTHER_TEXTS],
  CHANGE_HOURS: [OverrideKind.REPLACE, OverrideKind.DROP],
  OTHER_TEXTS: [OverrideKind.REPLACE, OverrideKind.DROP],
  ADD: [],
};

/** Writes one override of a draft, in place of what it said of the module before. */
export async function writeOverride(
  tx: EntityManager,
  reference: ReferenceLists,
  draft: CurriculumVersion,
  variant: Curriculum,
  input: OverrideModuleInput,
): Promise<void> {
  await assertForced(tx, variant, input);
  await assertWhole(tx, reference, input);
  const moduleVersionId = await taughtVersion(tx, draft, input);
  const { moduleId, kind, requirementId, reason, isElective } = input;
  await tx.query(
    'DELETE FROM curriculum_override WHERE version_id = $1 AND module_id = $2 AND kind = ANY($3::override_kind[])',
    [draft.id, moduleId, [kind, ...GIVE_WAY[kind]]],
  );
  await tx.query(
    `INSERT INTO curriculum_override
       (version_id, module_id, kind, module_version_id, hours, is_elective, requirement_id, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      draft.id,
      moduleId,
      kind,
      moduleVersionId,
      kind === OverrideKind.CHANGE_HOURS ? JSON.stringify(input.hours) : null,
      isElective,
      requirementId ?? null,
      reason ?? null,
    ],
  );
  await writeTexts(tx, draft.id, input);
}

async function writeTexts(tx: EntityManager, versionId: string, { moduleId, kind, translations }: OverrideModuleInput) {
  if (kind === OverrideKind.CHANGE_HOURS) return;
  await tx.query('DELETE FROM curriculum_override_translation WHERE version_id = $1 AND module_id = $2', [
    versionId,
    moduleId,
  ]);
  const texts = kind === OverrideKind.OTHER_TEXTS ? (translations ?? []) : [];
  await tx.query(
    `INSERT INTO curriculum_override_translation (version_id, module_id, position, locale, title, summary)
     SELECT $1, $2, position, locale, title, summary FROM unnest($3::text[], $4::text[], $5::text[])
       WITH ORDINALITY AS given (locale, title, summary, position)`,
    [
      versionId,
      moduleId,
      texts.map(({ locale }) => locale),
      texts.map(({ title }) => title),
      texts.map(({ summary }) => summary ?? null),
    ],
  );
}

async function assertForced(tx: EntityManager, variant: Curriculum, { requirementId }: OverrideModuleInput) {
  if (!requirementId) return;
  const origin = await originOf(tx, requirementId);
  if (!origin) refuse(new RequirementNotFound());
  if (origin.countryCode !== variant.countryCode) {
    refuse(new RequirementOfAnotherCountry(origin.countryCode, variant.countryCode ?? ''));
  }
}

async function assertWhole(tx: EntityManager, reference: ReferenceLists, input: OverrideModuleInput): Promise<void> {
  const { kind, hours, replacingModuleId } = input;
  const texts = input.translations ?? [];
  const total = hours ? totalOf(hours) : 0;
  const locales = { locales: texts.map(({ locale }) => locale) };
  const found: Reason[] = [
    ...(kind === OverrideKind.REPLACE && !replacingModuleId ? [new OverrideIncomplete('replacingModuleId')] : []),
    ...(kind === OverrideKind.CHANGE_HOURS && !hours ? [new OverrideIncomplete('hours')] : []),
    ...(kind === OverrideKind.CHANGE_HOURS && hours && (total < 0.5 || total > 2_000) ? [new HoursOutOfBounds()] : []),
    ...(kind === OverrideKind.OTHER_TEXTS && texts.length === 0 ? [new OverrideIncomplete('translations')] : []),
    ...repeatedTexts(texts, ['translations']),
    ...(await reference.unknownCodes(tx, locales, { locales: ['translations'] })),
  ];
  if (found.length > 0) refuse(...found);
}

/** The version of the module that REPLACE or ADD brings in; null for the others. */
async function taughtVersion(
  tx: EntityManager,
  draft: CurriculumVersion,
  { moduleId, kind, replacingModuleId }: OverrideModuleInput,
): Promise<string | null> {
  const taughtId = kind === OverrideKind.ADD ? moduleId : kind === OverrideKind.REPLACE ? replacingModuleId : null;
  const [{ inBase, taken, versionId }] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM curriculum_placement WHERE version_id = $1 AND module_id = $2) AS "inBase",
       EXISTS (SELECT 1 FROM curriculum_placement WHERE version_id = $1 AND module_id = $3)
         OR EXISTS (SELECT 1 FROM curriculum_override JOIN curriculum_module_version taught ON taught.id = module_version_id
           WHERE version_id = $4 AND taught.module_id = $3 AND curriculum_override.module_id <> $2) AS taken,
       (SELECT newest_version_id FROM curriculum_module WHERE id = $3) AS "versionId"`,
    [draft.baseVersionId, moduleId, taughtId, draft.id],
  );
  if (kind !== OverrideKind.ADD && !inBase) refuse(new ModuleNotFound(moduleId));
  if (!taughtId) return null;
  if (!versionId) refuse(new ModuleNotFound(taughtId, [kind === OverrideKind.ADD ? 'moduleId' : 'replacingModuleId']));
  if (taken) refuse(new ModuleRepeated(taughtId));
  return versionId;
}
