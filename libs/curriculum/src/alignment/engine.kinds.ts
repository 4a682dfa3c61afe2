import { LegalUnit, RequirementKind } from '../law/law.enums.js';
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

/** An alignment with the module that it is about, or whose outcome it is about. */
export type Tie = AlignmentFacts & { module: ProgramFacts['modules'][number] };

export type Judgment = Pick<Finding, 'verdict' | 'because'> &
  Partial<Pick<Finding, 'hours' | 'months' | 'modes' | 'documents' | 'providers' | 'moduleIds' | 'outcomeIds'>>;

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

/** The shortest that is customary. An act that says no more than hours may mean sixty minutes, or an academic hour. */
const ACADEMIC_HOUR_OF_AN_HOUR = 45 / 60;

/**
 * At least so many hours, of modules that every learner takes. Of a module that covers partly, and of an outcome, the
 * hours that the editor named; of one module never more than it is taught.
 */
function judgeHours({ value: asked, unit }: RequirementFacts, ties: readonly Tie[]): Judgment {
  const counting = ties.filter((tie) => !tie.module.isElective && servingHours(tie) > 0);
  const found = servingTogether(counting);
  const numbers = { hours: { found, asked }, ...named(counting) };
  if (asked === null) return { ...said(Verdict.UNDECIDABLE, 'number-not-known'), ...numbers };
  const isHourOpen = unit === LegalUnit.HOURS && found * ACADEMIC_HOUR_OF_AN_HOUR < asked;
  if (found >= asked && isHourOpen)
    return { ...said(Verdict.UNDECIDABLE, 'hour-is-open', { found, asked }), ...numbers };
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
  const electives = servingTogether(ties.filter(({ module }) => module.isElective));
  const compulsory = new Map(ties.filter(({ module }) => !module.isElective).map((tie) => [tie.moduleId, tie.module]));
  const selfStudy = rounded(sum([...compulsory.values()].map(({ hours }) => hours.selfStudy)));
  const isSilent = ties.some((tie) => !isWholeModule(tie) && tie.hours === null);
  return [
    ...(electives > 0 ? [{ key: 'electives-not-counted', values: { hours: electives } }] : []),
    ...(selfStudy > 0 ? [{ key: 'self-study-not-counted', values: { hours: selfStudy } }] : []),
    ...(isSilent ? [{ key: 'partial-hours-not-said', values: {} }] : []),
  ];
}

function servingHours(tie: Tie): number {
  const { hours, module } = tie;
  return isWholeModule(tie) ? taughtIn(module) : Math.min(hours ?? 0, taughtIn(module));
}

/** A module and its outcomes can both be tied: together they serve no more hours than the module is taught. */
function servingTogether(ties: readonly Tie[]): number {
  const modules = new Map(ties.map(({ moduleId, module }) => [moduleId, module]));
  const serving = [...modules].map(([moduleId, module]) =>
    Math.min(sum(ties.filter((tie) => tie.moduleId === moduleId).map(servingHours)), taughtIn(module)),
  );
  return rounded(sum(serving));
}

function taughtIn({ hours }: Tie['module']): number {
  return hours.lecture + hours.practice + hours.assessment;
}

function isWholeModule({ coverage, outcomeId }: Tie): boolean {
  return coverage === Coverage.COVERS && outcomeId === null;
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

/** Contents: met when a module that every learner takes, or an outcome of one, covers it wholly. */
function judgeCoverage(ties: readonly Tie[]): Judgment {
  const counting = named(ties);
  if (ties.length === 0) return { ...said(Verdict.UNMET, 'nothing-aligned'), ...counting };
  const covering = ties.filter(({ coverage }) => coverage === Coverage.COVERS);
  const forAll = covering.filter(({ module }) => !module.isElective);
  if (forAll.some(isWholeModule)) return { ...said(Verdict.MET, 'covered'), ...counting };
  if (forAll.length > 0) return { ...said(Verdict.MET, 'covered-by-outcome'), ...counting };
  return { ...said(Verdict.PARTLY_MET, covering.length > 0 ? 'covered-by-elective' : 'covered-partly'), ...counting };
}

function named(ties: readonly Tie[]): Pick<Finding, 'moduleIds' | 'outcomeIds'> {
  return {
    moduleIds: [...new Set(ties.map(({ moduleId }) => moduleId))],
    outcomeIds: ties.flatMap(({ outcomeId }) => outcomeId ?? []),
  };
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
