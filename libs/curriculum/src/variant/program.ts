import type { PlacementRow } from '../curriculum/curriculum.rows.js';
import { basisOf, type Hours, HoursBasis, type TitleText } from '../module/module.rows.js';

export enum OverrideKind {
  REPLACE = 'REPLACE',
  ADD = 'ADD',
  DROP = 'DROP',
  CHANGE_HOURS = 'CHANGE_HOURS',
  OTHER_TEXTS = 'OTHER_TEXTS',
}

/** One thing that a variant says otherwise than its base. */
export interface Override {
  /** The module of the base; with ADD the added one. */
  moduleId: string;
  kind: OverrideKind;
  /** With REPLACE and ADD: the module that is taught here, and its version. */
  taughtModuleId: string | null;
  moduleVersionId: string | null;
  /** With CHANGE_HOURS. */
  hours: Hours | null;
  /** With OTHER_TEXTS; else empty. */
  texts: TitleText[];
  /** With ADD. */
  isElective: boolean;
  /** The requirement that forces it; null: none is named. */
  requirementId: string | null;
  /** In the editor’s words; null: none given. */
  reason: string | null;
}

/** A placed module with the hours of its version. */
export interface Placed extends Omit<PlacementRow, 'versionId'> {
  hours: Hours;
}

/** A module as learners of one country meet it. */
export interface ProgramModule extends Placed {
  /** What makes it other than the base has it; empty: inherited. */
  overrides: Override[];
  /** The module of the base whose place it takes; null: none. */
  replacesModuleId: string | null;
  /** Its own texts here; empty: those of its version. */
  texts: TitleText[];
}

/**
 * What a curriculum teaches: of a base its modules, of a variant those of the base with the variant’s overrides.
 * `hoursOf` gives the hours of the module versions that overrides bring in. An override of a module that the base does
 * not hold has no effect.
 */
export function programOf(
  base: readonly Placed[],
  overrides: readonly Override[],
  hoursOf: (moduleVersionId: string) => Hours,
): ProgramModule[] {
  const of = (moduleId: string, kind: OverrideKind) =>
    overrides.find((override) => override.moduleId === moduleId && override.kind === kind);

  const kept = base.flatMap((placed): ProgramModule[] => {
    if (of(placed.moduleId, OverrideKind.DROP)) return [];
    const replaced = of(placed.moduleId, OverrideKind.REPLACE);
    if (replaced) return [taughtBy(replaced, { ...placed, replacesModuleId: placed.moduleId }, hoursOf)];
    const hours = of(placed.moduleId, OverrideKind.CHANGE_HOURS);
    const texts = of(placed.moduleId, OverrideKind.OTHER_TEXTS);
    return [
      {
        ...placed,
        hours: hours?.hours ?? placed.hours,
        texts: texts?.texts ?? [],
        replacesModuleId: null,
        overrides: [hours, texts].filter((override) => override !== undefined),
      },
    ];
  });
  const inBase = new Set(base.map(({ moduleId }) => moduleId));
  const added = overrides
    .filter(({ kind, moduleId }) => kind === OverrideKind.ADD && !inBase.has(moduleId))
    .map((override) =>
      taughtBy(override, { isElective: override.isElective, requiredModuleIds: [], replacesModuleId: null }, hoursOf),
    );
  return withoutGaps([...kept, ...added]);
}

type Place = Pick<ProgramModule, 'isElective' | 'requiredModuleIds' | 'replacesModuleId'>;

function taughtBy(override: Override, place: Place, hoursOf: (id: string) => Hours): ProgramModule {
  const { taughtModuleId, moduleVersionId } = override;
  if (!taughtModuleId || !moduleVersionId) throw new Error(`override of ${override.moduleId} names no module`);
  const { isElective, requiredModuleIds, replacesModuleId } = place;
  return {
    moduleId: taughtModuleId,
    moduleVersionId,
    position: 0,
    isElective,
    requiredModuleIds,
    replacesModuleId,
    hours: hoursOf(moduleVersionId),
    texts: [],
    overrides: [override],
  };
}

/** Counts places anew, and lets prerequisites follow modules that were replaced or dropped. */
function withoutGaps(modules: ProgramModule[]): ProgramModule[] {
  const standIn = new Map(modules.map(({ moduleId, replacesModuleId }) => [replacesModuleId ?? moduleId, moduleId]));
  return modules.map((module, place) => ({
    ...module,
    position: place + 1,
    requiredModuleIds: module.requiredModuleIds.flatMap((id) => standIn.get(id) ?? []),
  }));
}

/** The override that gives a module other hours than its version has; none: it has those of its version. */
export function changesHours({ overrides }: Pick<ProgramModule, 'overrides'>): Override | undefined {
  return overrides.find(({ kind }) => kind === OverrideKind.CHANGE_HOURS);
}

/** Where the hours of a module come from here: a variant that changes them names a requirement, or chose them. */
export function hoursBasisIn(
  module: Pick<ProgramModule, 'overrides'>,
  version: { hoursSource: string | null },
): HoursBasis {
  const changed = changesHours(module);
  if (!changed) return basisOf(version);
  return changed.requirementId ? HoursBasis.SOURCE : HoursBasis.OWN_CHOICE;
}
