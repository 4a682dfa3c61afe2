import { RequirementKind } from '../law/law.enums.js';
import {
  type AlignmentFacts,
  type Because,
  type Compared,
  Coverage,
  type Finding,
  type ProgramFacts,
  type RequirementFacts,
  Verdict,
} from './engine.types.js';

/** An alignment with the module it is about. */
export type Tie = AlignmentFacts & { module: ProgramFacts['modules'][number] };

export type Judgment = Pick<Finding, 'verdict' | 'because'> &
  Partial<Pick<Finding, 'hours' | 'months' | 'modes' | 'documents' | 'providers' | 'moduleIds'>>;

/** What a requirement of each kind asks. `ties` cover it wholly or partly. */
export function judgeByKind(program: ProgramFacts, requirement: RequirementFacts, ties: readonly Tie[]): Judgment {
  switch (requirement.kind) {
    case RequirementKind.MIN_HOURS:
      return judgeHours(requirement, ties);
    case RequirementKind.RECERT_INTERVAL:
      return judgeInterval(program, requirement);
    case RequirementKind.DELIVERY_MODE:
      return judgeModes(program, requirement, ties);
    case RequirementKind.DOCUMENT: {
      const documents = { found: program.documents, asked: requirement.documents };
      return { ...judgeAnyOf(documents, 'document', ties), documents };
    }
    case RequirementKind.PROVIDER: {
      const providers = { found: program.providers, asked: requirement.providers };
      return { ...judgeAnyOf(providers, 'provider', ties), providers };
    }
    case RequirementKind.AUDIENCE:
      return ties.length > 0 ? judgeCoverage(ties) : said(Verdict.MET, 'audience-served');
    default:
      return judgeCoverage(ties);
  }
}

/** At least so many hours, of modules that every learner takes. Of a module that covers partly, the hours that serve. */
function judgeHours({ value: asked }: RequirementFacts, ties: readonly Tie[]): Judgment {
  const counting = ties.filter(({ module }) => !module.isElective);
  const found = rounded(sum(counting.map(servingHours)));
  const moduleIds = counting.filter((tie) => servingHours(tie) > 0).map(({ moduleId }) => moduleId);
  const numbers = { hours: { found, asked }, moduleIds };
  if (asked === null) return { ...said(Verdict.UNDECIDABLE, 'number-not-known'), ...numbers };
  if (found >= asked) return { ...said(Verdict.MET, 'hours-met', { found, asked }), ...numbers };
  const missing = rounded(asked - found);
  const verdict = found > 0 ? Verdict.PARTLY_MET : Verdict.UNMET;
  return {
    verdict,
    because: [{ key: 'hours-short', values: { found, asked, missing } }, ...notCounted(ties)],
    ...numbers,
  };
}

/** Hours that a reader could miss in the sum, each with its reason. */
function notCounted(ties: readonly Tie[]): Because[] {
  const electives = rounded(sum(ties.filter(({ module }) => module.isElective).map(servingHours)));
  const selfStudy = rounded(sum(ties.map(({ module }) => (module.isElective ? 0 : module.hours.selfStudy))));
  const isSilent = ties.some(({ coverage, hours }) => coverage === Coverage.COVERS_PARTLY && hours === null);
  return [
    ...(electives > 0 ? [{ key: 'electives-not-counted', values: { hours: electives } }] : []),
    ...(selfStudy > 0 ? [{ key: 'self-study-not-counted', values: { hours: selfStudy } }] : []),
    ...(isSilent ? [{ key: 'partial-hours-not-said', values: {} }] : []),
  ];
}

function servingHours({ coverage, hours, module }: Tie): number {
  const taught = module.hours.lecture + module.hours.practice + module.hours.assessment;
  return coverage === Coverage.COVERS ? taught : Math.min(hours ?? 0, taught);
}

/** At least once in so many months. */
function judgeInterval({ repeatMonths: found }: ProgramFacts, { value: asked }: RequirementFacts): Judgment {
  const months = { found, asked };
  if (asked === null) return { ...said(Verdict.UNDECIDABLE, 'number-not-known'), months };
  if (found === null) return { ...said(Verdict.UNMET, 'interval-not-said', { asked }), months };
  if (found <= asked) return { ...said(Verdict.MET, 'interval-met', { found, asked }), months };
  return { ...said(Verdict.UNMET, 'interval-too-long', { found, asked }), months };
}

/** Every form in which it is taught is one that the act allows. */
function judgeModes(
  { trainingModes: found }: ProgramFacts,
  requirement: RequirementFacts,
  ties: readonly Tie[],
): Judgment {
  const asked = requirement.trainingModes;
  const modes = { found, asked };
  if (asked.length === 0) return { ...bySilentLaw(ties), modes };
  if (found === null) return { ...said(Verdict.UNMET, 'mode-not-said'), modes };
  const allowed = found.filter((mode) => asked.includes(mode));
  if (allowed.length === found.length) return { ...said(Verdict.MET, 'mode-met'), modes };
  return { ...said(allowed.length > 0 ? Verdict.PARTLY_MET : Verdict.UNMET, 'mode-not-allowed'), modes };
}

/** One of several is enough. */
function judgeAnyOf(
  { found, asked }: Compared<readonly string[]> & { asked: readonly string[] },
  what: 'document' | 'provider',
  ties: readonly Tie[],
): Judgment {
  if (asked.length === 0) return bySilentLaw(ties);
  if (found === null) return said(Verdict.UNMET, `${what}-not-said`);
  return found.some((one) => asked.includes(one))
    ? said(Verdict.MET, `${what}-met`)
    : said(Verdict.UNMET, `${what}-not-accepted`);
}

/** The act names nothing that could be compared: an editor’s judgment, or none. */
function bySilentLaw(ties: readonly Tie[]): Judgment {
  return ties.length > 0 ? judgeCoverage(ties) : said(Verdict.UNDECIDABLE, 'law-silent');
}

/** Contents: met when a module that every learner takes covers it wholly. */
function judgeCoverage(ties: readonly Tie[]): Judgment {
  const moduleIds = ties.map(({ moduleId }) => moduleId);
  if (ties.length === 0) return { ...said(Verdict.UNMET, 'nothing-aligned'), moduleIds };
  const isMet = ties.some(({ coverage, module }) => coverage === Coverage.COVERS && !module.isElective);
  if (isMet) return { ...said(Verdict.MET, 'covered'), moduleIds };
  const isElective = ties.some(({ coverage }) => coverage === Coverage.COVERS);
  return { ...said(Verdict.PARTLY_MET, isElective ? 'covered-by-elective' : 'covered-partly'), moduleIds };
}

function said(verdict: Verdict, key: string, values: Because['values'] = {}): Judgment {
  return { verdict, because: [{ key, values }] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Hours have two digits after the point; sums of them must not grow others. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}
