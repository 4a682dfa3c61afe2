import { HOUR_KINDS, type Hours } from '../module/module.rows.js';
import { type Finding, type ProgramFacts, Verdict } from './engine.types.js';

export enum RecognitionVerdict {
  RECOGNIZED = 'RECOGNIZED',
  AFTER_BRIDGING = 'AFTER_BRIDGING',
  NOT_RECOGNIZED = 'NOT_RECOGNIZED',
  UNDECIDABLE = 'UNDECIDABLE',
}

/** A module that a learner has still to take, wholly or to the hours that the other country gives it. */
export interface BridgeModule {
  moduleId: string;
  /** What is still to be taken of it. */
  hours: Hours;
  /** Requirements that it helps to meet. */
  requirementIds: string[];
}

export interface RecognitionAnswer {
  verdict: RecognitionVerdict;
  /** How the completed program stands to the other country’s requirements. */
  findings: Finding[];
  /** Those that it does not meet. */
  missing: Finding[];
  /** Modules of the other country’s program that lead on, and no more of them than are needed; in its order. */
  bridge: BridgeModule[];
  /** Requirements that stay unmet even then. */
  unbridged: Finding[];
}

type Module = ProgramFacts['modules'][number];
type Judge = (program: ProgramFacts) => Finding[];

const isShort = ({ verdict }: Finding) => verdict === Verdict.UNMET || verdict === Verdict.PARTLY_MET;

/**
 * Whether a program completed in one country answers to the law of another, and which modules of the other country’s
 * program are missing. Who completed a program is sure to have taken what is no elective; who takes a bridge, all of it.
 */
export function recognize(completed: ProgramFacts, wanted: ProgramFacts, judge: Judge): RecognitionAnswer {
  const found = judge(completed);
  const missing = found.filter(isShort);
  const taken = new Map(completed.modules.filter(({ isElective }) => !isElective).map((it) => [it.moduleId, it]));
  const byWanted = new Map(judge(wanted).map((finding) => [finding.requirementId, finding]));
  const helpedBy = (module: Module) =>
    missing.filter(({ requirementId }) => helps(byWanted.get(requirementId), module, taken.get(module.moduleId)));

  const leading = wanted.modules.filter((module) => helpedBy(module).length > 0);
  const needed = withoutNeedless(leading, (modules) => judge(bridged(completed, modules)));
  const unbridged = judge(bridged(completed, needed)).filter(isShort);
  const bridge = needed.map((module) => ({
    moduleId: module.moduleId,
    hours: hoursLeft(module.hours, taken.get(module.moduleId)?.hours),
    requirementIds: helpedBy(module).map(({ requirementId }) => requirementId),
  }));
  return { verdict: verdictOf(found, missing, unbridged), findings: found, missing, bridge, unbridged };
}

/** A module that was not taken, and counts in the other program; one that was taken, where hours are asked and it has more. */
function helps(finding: Finding | undefined, { moduleId, hours }: Module, taken: Module | undefined): boolean {
  if (!finding?.moduleIds.includes(moduleId)) return false;
  return !taken || (finding.hours !== null && sum(hoursLeft(hours, taken.hours)) > 0);
}

/** What was completed, with what the bridge adds. */
function bridged(completed: ProgramFacts, added: readonly Module[]): ProgramFacts {
  const taken = new Map(completed.modules.map((module) => [module.moduleId, module]));
  const ids = new Set(added.map(({ moduleId }) => moduleId));
  const kept = completed.modules.filter(({ moduleId }) => !ids.has(moduleId));
  const together = added.map((module) => {
    const before = taken.get(module.moduleId);
    return { ...module, isElective: false, hours: before ? most(module.hours, before.hours) : module.hours };
  });
  return { ...completed, modules: [...kept, ...together] };
}

/** Leaves out, from the last on, each module without which no requirement is further from being met. */
function withoutNeedless(modules: readonly Module[], judge: (modules: readonly Module[]) => Finding[]): Module[] {
  let needed = [...modules];
  const best = new Map(judge(needed).map((finding) => [finding.requirementId, finding]));
  for (const module of modules.toReversed()) {
    const without = needed.filter((it) => it !== module);
    if (judge(without).every((finding) => !isFurther(finding, best.get(finding.requirementId)))) needed = without;
  }
  return needed;
}

function isFurther(finding: Finding, best: Finding | undefined): boolean {
  if (!best || !isShort(finding)) return false;
  if (finding.verdict !== best.verdict) return true;
  return (finding.hours?.found ?? 0) < (best.hours?.found ?? 0) || finding.moduleIds.length < best.moduleIds.length;
}

function byKind(pick: (kind: (typeof HOUR_KINDS)[number]) => number): Hours {
  return Object.fromEntries(HOUR_KINDS.map((kind) => [kind, pick(kind)])) as unknown as Hours;
}

function hoursLeft(wanted: Hours, taken: Hours | undefined): Hours {
  return byKind((kind) => Math.max(0, Math.round((wanted[kind] - (taken?.[kind] ?? 0)) * 100) / 100));
}

function most(one: Hours, other: Hours): Hours {
  return byKind((kind) => Math.max(one[kind], other[kind]));
}

/** Only what is taught counts for hours that an act asks, self-study never. */
function sum({ lecture, practice, assessment }: Hours): number {
  return lecture + practice + assessment;
}

/** Only what blocks publishing decides; the rest is shown and warns. Of a law that nobody entered nothing can be said. */
function verdictOf(found: readonly Finding[], missing: readonly Finding[], unbridged: readonly Finding[]) {
  if (found.length === 0) return RecognitionVerdict.UNDECIDABLE;
  if (!missing.some(({ isBlocking }) => isBlocking)) return RecognitionVerdict.RECOGNIZED;
  if (!unbridged.some(({ isBlocking }) => isBlocking)) return RecognitionVerdict.AFTER_BRIDGING;
  return RecognitionVerdict.NOT_RECOGNIZED;
}
