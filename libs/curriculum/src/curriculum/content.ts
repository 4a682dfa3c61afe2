import type { EntityManager } from 'typeorm';
import type { TrainingDocument, TrainingMode, TrainingProvider } from '../law/law.enums.js';
import type { TitleText } from '../module/module.rows.js';

export interface Placement {
  moduleId: string;
  moduleVersionId: string;
  isElective: boolean;
  requiredModuleIds: string[];
}

/** All that one version of a curriculum says. Placements are in order. */
export interface CurriculumContent {
  texts: TitleText[];
  sectorCodes: string[];
  roleCodes: string[];
  hoursSource: string | null;
  repeatMonths: number | null;
  trainingModes: TrainingMode[] | null;
  documents: TrainingDocument[] | null;
  providers: TrainingProvider[] | null;
  placements: Placement[];
}

/** Writes the given parts of a draft, each in place of what it said before. Parts left out stay. */
export async function writeContent(
  tx: EntityManager,
  versionId: string,
  parts: Partial<CurriculumContent>,
): Promise<void> {
  for (const part of ['hoursSource', 'repeatMonths', 'trainingModes', 'documents', 'providers'] as const) {
    const { column, type } = FACTS[part];
    if (parts[part] === undefined) continue;
    await tx.query(`UPDATE curriculum_version SET ${column} = $2::${type} WHERE id = $1`, [versionId, parts[part]]);
  }
  if (parts.texts) await writeTexts(tx, versionId, parts.texts);
  if (parts.sectorCodes) await writeCodes(tx, versionId, 'sector', parts.sectorCodes);
  if (parts.roleCodes) await writeCodes(tx, versionId, 'role', parts.roleCodes);
  if (parts.placements) await writePlacements(tx, versionId, parts.placements);
}

const FACTS = {
  hoursSource: { column: 'hours_source', type: 'text' },
  repeatMonths: { column: 'repeat_months', type: 'int' },
  trainingModes: { column: 'training_modes', type: 'training_mode[]' },
  documents: { column: 'documents', type: 'training_document[]' },
  providers: { column: 'providers', type: 'training_provider[]' },
};

async function writeTexts(tx: EntityManager, versionId: string, texts: TitleText[]): Promise<void> {
  await tx.query('DELETE FROM curriculum_translation WHERE version_id = $1', [versionId]);
  await tx.query(
    `INSERT INTO curriculum_translation (version_id, position, locale, title, summary)
     SELECT $1, position, locale, title, summary FROM unnest($2::text[], $3::text[], $4::text[])
       WITH ORDINALITY AS given (locale, title, summary, position)`,
    [
      versionId,
      texts.map(({ locale }) => locale),
      texts.map(({ title }) => title),
      texts.map(({ summary }) => summary),
    ],
  );
}

async function writeCodes(tx: EntityManager, versionId: string, list: 'sector' | 'role', codes: string[]) {
  await tx.query(`DELETE FROM curriculum_${list} WHERE version_id = $1`, [versionId]);
  await tx.query(`INSERT INTO curriculum_${list} (version_id, ${list}_code) SELECT $1, unnest($2::text[])`, [
    versionId,
    codes,
  ]);
}

async function writePlacements(tx: EntityManager, versionId: string, placements: Placement[]): Promise<void> {
  await tx.query('DELETE FROM curriculum_placement WHERE version_id = $1', [versionId]);
  await tx.query(
    `INSERT INTO curriculum_placement (version_id, position, module_id, module_version_id, is_elective)
     SELECT $1, position, module_id, module_version_id, is_elective FROM unnest($2::uuid[], $3::uuid[], $4::boolean[])
       WITH ORDINALITY AS given (module_id, module_version_id, is_elective, position)`,
    [
      versionId,
      placements.map(({ moduleId }) => moduleId),
      placements.map(({ moduleVersionId }) => moduleVersionId),
      placements.map(({ isElective }) => isElective),
    ],
  );
  const pairs = placements.flatMap(({ moduleId, requiredModuleIds }) =>
    requiredModuleIds.map((required) => ({ moduleId, required })),
  );
  await tx.query(
    `INSERT INTO curriculum_prerequisite (version_id, module_id, required_module_id)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[])`,
    [versionId, pairs.map(({ moduleId }) => moduleId), pairs.map(({ required }) => required)],
  );
}

/** Everything that hangs on a version, with its columns besides `version_id`; the order lets each find what it refers to. */
const PARTS: Record<string, string> = {
  curriculum_translation: 'locale, position, title, summary',
  curriculum_sector: 'sector_code',
  curriculum_role: 'role_code',
  curriculum_placement: 'module_id, module_version_id, position, is_elective',
  curriculum_prerequisite: 'module_id, required_module_id',
  curriculum_override: 'module_id, kind, module_version_id, hours, is_elective, requirement_id, reason, added_at',
  curriculum_override_translation: 'module_id, locale, position, title, summary',
};

/** Copies all that hangs on one version to another that has nothing yet. */
export async function copyParts(tx: EntityManager, from: string, to: string): Promise<void> {
  for (const [table, columns] of Object.entries(PARTS)) {
    await tx.query(
      `INSERT INTO ${table} (version_id, ${columns}) SELECT $2, ${columns} FROM ${table} WHERE version_id = $1`,
      [from, to],
    );
  }
}
