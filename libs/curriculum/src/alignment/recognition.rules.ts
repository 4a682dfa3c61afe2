import { type Finding, type ProgramFacts, Verdict } from './engine.types.js';

export enum RecognitionVerdict {
  RECOGNIZED = 'RECOGNIZED',
  AFTER_BRIDGING = 'AFTER_BRIDGING',
  NOT_RECOGNIZED = 'NOT_RECOGNIZED',
}

/** A module that a learner has still to take. */
export interface BridgeModule {
  moduleId: string;
  /** Requirements that it helps to meet. */
  requirementIds: string[];
}

export interface RecognitionAnswer {
  verdict: RecognitionVerdict;
  /** How the completed program stands to the other country’s requirements. */
  findings: Finding[];
  /** Those that it does not meet. */
  missing: Finding[];
  /** Modules of the other country’s program that lead on; in its order. */
  bridge: BridgeModule[];
  /** Requirements that stay unmet even then. */
  unbridged: Finding[];
}

const isShort = ({ verdict }: Finding) => verdict === Verdict.UNMET || verdict === Verdict.PARTLY_MET;

/**
 * Whether a program completed in one country answers to the law of another, and which modules of the other country’s
 * program are missing.
 */
export function recognize(
  completed: ProgramFacts,
  wanted: ProgramFacts,
  judge: (program: ProgramFacts) => Finding[],
): RecognitionAnswer {
  const found = judge(completed);
  const missing = found.filter(isShort);
  const byWanted = new Map(judge(wanted).map((finding) => [finding.requirementId, finding.moduleIds]));
  const bridge = wanted.modules.flatMap(({ moduleId }): BridgeModule[] => {
    if (completed.modules.some((taken) => taken.moduleId === moduleId && !taken.isElective)) return [];
    const helps = missing.filter(({ requirementId }) => byWanted.get(requirementId)?.includes(moduleId));
    return helps.length === 0 ? [] : [{ moduleId, requirementIds: helps.map(({ requirementId }) => requirementId) }];
  });
  const bridging = new Set(bridge.map(({ moduleId }) => moduleId));
  const added = wanted.modules.filter(({ moduleId }) => bridging.has(moduleId));
  const kept = completed.modules.filter(({ moduleId }) => !bridging.has(moduleId));
  const unbridged = judge({ ...completed, modules: [...kept, ...added] }).filter(isShort);
  return { verdict: verdictOf(missing, unbridged), findings: found, missing, bridge, unbridged };
}

/** Only what blocks publishing decides; the rest is shown and warns. */
function verdictOf(missing: readonly Finding[], unbridged: readonly Finding[]): RecognitionVerdict {
  if (!missing.some(({ isBlocking }) => isBlocking)) return RecognitionVerdict.RECOGNIZED;
  if (!unbridged.some(({ isBlocking }) => isBlocking)) return RecognitionVerdict.AFTER_BRIDGING;
  return RecognitionVerdict.NOT_RECOGNIZED;
}
