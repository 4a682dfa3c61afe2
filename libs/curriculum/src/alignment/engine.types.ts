import type {
  LegalUnit,
  LegalVerification,
  RequirementKind,
  TrainingDocument,
  TrainingMode,
  TrainingProvider,
} from '../law/law.enums.js';
import type { Hours } from '../module/module.rows.js';

/** How a module or one of its outcomes, in an editor’s judgment, answers to a requirement. */
export enum Coverage {
  COVERS = 'COVERS',
  COVERS_PARTLY = 'COVERS_PARTLY',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}

/** What the engine answers. */
export enum Verdict {
  MET = 'MET',
  PARTLY_MET = 'PARTLY_MET',
  UNMET = 'UNMET',
  UNDECIDABLE = 'UNDECIDABLE',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}

/** What is taught, to whom and how. Null: the program does not say. */
export interface ProgramFacts {
  /** Empty: for everybody. */
  roleCodes: readonly string[];
  modules: readonly { moduleId: string; hours: Hours; isElective: boolean; outcomeIds: readonly string[] }[];
  repeatMonths: number | null;
  trainingModes: readonly TrainingMode[] | null;
  documents: readonly TrainingDocument[] | null;
  providers: readonly TrainingProvider[] | null;
}

/** What an edition of an act asks. Empty lists and a null value: the act is silent, or was not read. */
export interface RequirementFacts {
  id: string;
  /** The same in each edition of the act. */
  key: string;
  kind: RequirementKind;
  roleCodes: readonly string[];
  otherAudience: readonly string[];
  value: number | null;
  /** Null with the value. */
  unit: LegalUnit | null;
  trainingModes: readonly TrainingMode[];
  documents: readonly TrainingDocument[];
  providers: readonly TrainingProvider[];
  verification: LegalVerification;
  /** False: the act may have been replaced, is not yet in force, or that was not checked. */
  isActInForce: boolean;
  /** First day; null: not known, since ever. */
  from: string | null;
  /** First day on which it no longer applies; null: no end is known. */
  until: string | null;
}

export interface AlignmentFacts {
  moduleId: string;
  /** Null: the judgment is about the module as a whole. */
  outcomeId: string | null;
  requirementKey: string;
  coverage: Coverage;
  /** Of a module that covers partly, or of an outcome: how many hours of the module serve it; null: not said. */
  hours: number | null;
  /** With NOT_APPLICABLE: why. */
  reason: string | null;
  /** The act changed since an editor judged. */
  isToBeRechecked: boolean;
}

/** One sentence of the explanation: the key of a message and what fills its places. */
export interface Because {
  key: string;
  values: Record<string, string | number>;
}

/** A number or list on both sides; null: that side is silent. */
export interface Compared<Value> {
  found: Value | null;
  asked: Value | null;
}

/** The answer about one requirement. Comparisons that its kind does not make are null. */
export interface Finding {
  requirementId: string;
  verdict: Verdict;
  /** True: it keeps a variant from being published. */
  isBlocking: boolean;
  isToBeRechecked: boolean;
  hours: Compared<number> | null;
  months: Compared<number> | null;
  audience: { asked: readonly string[]; served: readonly string[]; inWords: readonly string[] };
  modes: Compared<readonly TrainingMode[]> | null;
  documents: Compared<readonly TrainingDocument[]> | null;
  providers: Compared<readonly TrainingProvider[]> | null;
  /** Modules that count, in the order of their ids. */
  moduleIds: string[];
  /** Outcomes that count, in the order of their ids. */
  outcomeIds: string[];
  because: Because[];
}
