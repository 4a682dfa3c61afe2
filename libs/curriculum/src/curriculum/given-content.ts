import type { EntityManager } from 'typeorm';
import { type Reason, refuse } from '#platform';
import type { ReferenceLists } from '#reference';
import { ModuleNotFound } from '../module/module.reasons.js';
import { repeatedTexts } from '../text/repeated-texts.js';
import type { CurriculumContent, Placement } from './content.js';
import type { CreateCurriculumInput, PlacementInput, UpdateCurriculumInput } from './curriculum.input.js';
import { ModuleCircle, ModuleRepeated, RequiredModuleMissing } from './curriculum.reasons.js';
import { circleIn, missingIn } from './prerequisites.rules.js';

type Given = Omit<CreateCurriculumInput, 'ownerId' | 'translations'> & Pick<UpdateCurriculumInput, 'translations'>;

/** The parts of an input that were given; null clears. Module versions are looked up later. */
export function contentIn(input: Given): Partial<Omit<CurriculumContent, 'placements'>> {
  const given = {
    texts: input.translations?.map(({ locale, title, summary }) => ({ locale, title, summary: summary ?? null })),
    sectorCodes: once(input.sectorCodes),
    roleCodes: once(input.roleCodes),
    hoursSource: input.hoursSource,
    repeatMonths: input.repeatMonths,
    trainingModes: noneIsNull(input.trainingModes),
    documents: noneIsNull(input.documents),
    providers: noneIsNull(input.providers),
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined));
}

function once(codes: string[] | null | undefined): string[] | undefined {
  return codes === undefined ? undefined : [...new Set(codes ?? [])];
}

/** An empty list says as little as none. */
function noneIsNull<Item>(items: Item[] | null | undefined): Item[] | null | undefined {
  return items?.length === 0 ? null : items;
}

/**
 * The placements that were asked for, each with a version: the one named, else the one held, else the newest.
 * Refuses with ModuleRepeated, ModuleNotFound, RequiredModuleMissing, ModuleCircle.
 */
export async function placementsIn(
  tx: EntityManager,
  asked: readonly PlacementInput[],
  heldIn: string | null,
): Promise<Placement[]> {
  const steps = asked.map((step) => ({
    ...step,
    moduleId: step.moduleId.toLowerCase(),
    requiredModuleIds: [...new Set(step.requiredModuleIds.map((id) => id.toLowerCase()))],
  }));
  const ids = steps.map(({ moduleId }) => moduleId);
  const versions = await versionsFor(tx, steps, heldIn);
  const circle = circleIn(steps);
  const found: Reason[] = [
    ...[...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => new ModuleRepeated(id)),
    ...ids.filter((id) => !versions.has(id)).map((id) => new ModuleNotFound(id, ['modules'])),
    ...missingIn(steps).map((id) => new RequiredModuleMissing(id)),
    ...(circle ? [new ModuleCircle(circle)] : []),
  ];
  if (found.length > 0) refuse(...found);
  return steps.map(({ moduleId, isElective, requiredModuleIds }) => ({
    moduleId,
    moduleVersionId: versions.get(moduleId) as string,
    isElective,
    requiredModuleIds,
  }));
}

/** Version by module; a module that is not there, or has no such version, is left out. */
async function versionsFor(
  tx: EntityManager,
  steps: readonly { moduleId: string; moduleVersionId?: string | null }[],
  heldIn: string | null,
): Promise<Map<string, string>> {
  const rows: { moduleId: string; versionId: string }[] = await tx.query(
    `SELECT wanted.module_id AS "moduleId", version.id AS "versionId"
     FROM unnest($1::uuid[], $2::uuid[]) AS wanted (module_id, version_id)
     JOIN curriculum_module module ON module.id = wanted.module_id
     LEFT JOIN curriculum_placement held ON held.version_id = $3 AND held.module_id = module.id
     JOIN curriculum_module_version version ON version.module_id = module.id
       AND version.id = coalesce(wanted.version_id, held.module_version_id, module.newest_version_id)`,
    [steps.map(({ moduleId }) => moduleId), steps.map(({ moduleVersionId }) => moduleVersionId ?? null), heldIn],
  );
  return new Map(rows.map(({ moduleId, versionId }) => [moduleId, versionId]));
}

/** Refuses with TextRepeated and UnknownCode. */
export async function assertSound(
  tx: EntityManager,
  reference: ReferenceLists,
  content: Partial<CurriculumContent>,
): Promise<void> {
  const { texts = [], sectorCodes, roleCodes } = content;
  const found: Reason[] = [
    ...repeatedTexts(texts, ['translations']),
    ...(await reference.unknownCodes(tx, { sectors: sectorCodes, roles: roleCodes })),
    ...(await reference.unknownCodes(
      tx,
      { locales: texts.map(({ locale }) => locale) },
      { locales: ['translations'] },
    )),
  ];
  if (found.length > 0) refuse(...found);
}
