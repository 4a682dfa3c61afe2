import { type Override, OverrideKind, type Placed } from './program.js';

export enum BaseChangeKind {
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  CHANGED = 'CHANGED',
}

export enum ConflictKind {
  MODULE_GONE = 'MODULE_GONE',
  BOTH_CHANGED = 'BOTH_CHANGED',
  NOW_IN_BASE = 'NOW_IN_BASE',
}

export enum RebaseChoice {
  KEEP_OVERRIDE = 'KEEP_OVERRIDE',
  TAKE_BASE = 'TAKE_BASE',
}

export interface BaseChange {
  moduleId: string;
  kind: BaseChangeKind;
  /** Null when it was added. */
  fromVersionId: string | null;
  /** Null when it was removed. */
  toVersionId: string | null;
}

export interface Conflict {
  moduleId: string;
  kind: ConflictKind;
  overrides: OverrideKind[];
}

type Held = Pick<Placed, 'moduleId' | 'moduleVersionId' | 'isElective'>;

/** What a base changed from one of its versions to another, module by module. */
export function baseChanges(before: readonly Held[], after: readonly Held[]): BaseChange[] {
  const [old, fresh] = [byModule(before), byModule(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((moduleId): BaseChange[] => {
    const [was, is] = [old.get(moduleId), fresh.get(moduleId)];
    const versions = {
      moduleId,
      fromVersionId: was?.moduleVersionId ?? null,
      toVersionId: is?.moduleVersionId ?? null,
    };
    if (!was) return [{ ...versions, kind: BaseChangeKind.ADDED }];
    if (!is) return [{ ...versions, kind: BaseChangeKind.REMOVED }];
    const isSame = was.moduleVersionId === is.moduleVersionId && was.isElective === is.isElective;
    return isSame ? [] : [{ ...versions, kind: BaseChangeKind.CHANGED }];
  });
}

/** Where base and variant both changed the same module: a person has to choose. */
export function conflictsOf(changes: readonly BaseChange[], overrides: readonly Override[]): Conflict[] {
  return changes.flatMap(({ moduleId, kind }): Conflict[] => {
    const touched = overrides.filter((override) => override.moduleId === moduleId).map((override) => override.kind);
    if (touched.length === 0) return [];
    return [{ moduleId, kind: CONFLICTS[kind], overrides: touched }];
  });
}

const CONFLICTS: Record<BaseChangeKind, ConflictKind> = {
  [BaseChangeKind.ADDED]: ConflictKind.NOW_IN_BASE,
  [BaseChangeKind.REMOVED]: ConflictKind.MODULE_GONE,
  [BaseChangeKind.CHANGED]: ConflictKind.BOTH_CHANGED,
};

/** An override is kept only where there is still a module to override, and none that it would repeat. */
export function mayKeep({ kind }: Conflict): boolean {
  return kind === ConflictKind.BOTH_CHANGED;
}

function byModule(placed: readonly Held[]): Map<string, Held> {
  return new Map(placed.map((held) => [held.moduleId, held]));
}
