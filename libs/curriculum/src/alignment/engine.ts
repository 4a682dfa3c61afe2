import { LegalVerification, RequirementKind } from '../law/law.enums.js';
import { type Judgment, judgeByKind, type Tie } from './engine.kinds.js';
import {
  type AlignmentFacts,
  type Because,
  Coverage,
  type Finding,
  type ProgramFacts,
  type RequirementFacts,
  Verdict,
} from './engine.types.js';

/** These tell of other things than a program; one that an editor ties to a module is judged by that tie. */
const ASKS_NOTHING_OF_PROGRAMS: readonly RequirementKind[] = [
  RequirementKind.BAR,
  RequirementKind.COLLECTION_LIMIT,
  RequirementKind.CONSENT,
  RequirementKind.CROSS_BORDER,
  RequirementKind.DATA_LOCALIZATION,
  RequirementKind.DATA_SUBJECT_RIGHT,
  RequirementKind.DEFINITION,
  RequirementKind.EMPLOYER_DUTY,
  RequirementKind.FRAMEWORK,
  RequirementKind.INITIAL_DEADLINE,
  RequirementKind.PUBLIC_CONTROL,
  RequirementKind.REGISTRATION,
  RequirementKind.ROLE,
  RequirementKind.SECURITY_LEVEL,
];

/**
 * Answers, requirement by requirement, how a program stands to the law of one country on one day.
 *
 * Three principles decide what no rule says. The program proves itself: where it is silent, a requirement is unmet.
 * The law is not guessed: where it is silent, or was not read, nothing can be decided. Only what every learner meets
 * counts: electives and self-study never do.
 */
export function findings(
  program: ProgramFacts,
  requirements: readonly RequirementFacts[],
  alignments: readonly AlignmentFacts[],
  on: string,
): Finding[] {
  return requirements.filter((it) => isInForce(it, on)).map((it) => findingOf(program, it, alignments));
}

/** From the first day on, up to and without the last. */
export function isInForce({ from, until }: Pick<RequirementFacts, 'from' | 'until'>, on: string): boolean {
  return (from === null || from <= on) && (until === null || on < until);
}

function findingOf(
  program: ProgramFacts,
  requirement: RequirementFacts,
  alignments: readonly AlignmentFacts[],
): Finding {
  const ties = tiesOf(program, requirement, alignments);
  const judgment = judge(program, requirement, ties);
  const isShort = judgment.verdict === Verdict.UNMET || judgment.verdict === Verdict.PARTLY_MET;
  const isCertain = requirement.verification === LegalVerification.VERIFIED && requirement.isActInForce;
  return {
    hours: null,
    months: null,
    modes: null,
    documents: null,
    providers: null,
    moduleIds: [],
    outcomeIds: [],
    ...judgment,
    requirementId: requirement.id,
    isBlocking: isShort && isCertain,
    isToBeRechecked: ties.some(({ isToBeRechecked }) => isToBeRechecked),
    audience: audienceOf(program, requirement),
    because: [...judgment.because, ...(isShort ? doubts(requirement) : [])],
  };
}

/** First whether the requirement speaks of this program at all, then what it asks. */
function judge(program: ProgramFacts, requirement: RequirementFacts, ties: readonly Tie[]): Judgment {
  const covering = ties.filter(({ coverage }) => coverage !== Coverage.NOT_APPLICABLE);
  if (covering.length > 0) return judgeByKind(program, requirement, covering);

  const exempting = ties.filter(({ outcomeId }) => outcomeId === null);
  if (exempting.length > 0 && areAllThatCount(program, exempting)) return exempted(exempting);
  if (ASKS_NOTHING_OF_PROGRAMS.includes(requirement.kind)) return said(Verdict.NOT_APPLICABLE, 'asks-nothing');
  const judgment = judgeAudience(program, requirement) ?? judgeByKind(program, requirement, []);
  return exempting.length === 0 ? judgment : { ...judgment, because: [...judgment.because, someExempted(exempting)] };
}

/** One module that a requirement does not concern frees none of the others: each that every learner takes was judged. */
function areAllThatCount({ modules }: ProgramFacts, exempting: readonly Tie[]): boolean {
  const compulsory = modules.filter(({ isElective }) => !isElective);
  return (compulsory.length > 0 ? compulsory : modules).every(({ moduleId }) =>
    exempting.some((tie) => tie.moduleId === moduleId),
  );
}

function exempted(ties: readonly Tie[]): Judgment {
  const reasons = [...new Set(ties.map(({ reason }) => reason ?? ''))].sort();
  return said(Verdict.NOT_APPLICABLE, 'exempted', { reason: reasons.join(' ') });
}

function someExempted(ties: readonly Tie[]): Because {
  return { key: 'some-exempted', values: { count: ties.length } };
}

/** Null: it speaks of people whom this program trains, or of everybody. */
function judgeAudience(program: ProgramFacts, requirement: RequirementFacts): Judgment | null {
  const { asked, served, inWords } = audienceOf(program, requirement);
  if (asked.length + inWords.length === 0 || served.length > 0 || program.roleCodes.length === 0) return null;
  if (inWords.length > 0) return said(Verdict.UNDECIDABLE, 'audience-in-words', { people: inWords.join(', ') });
  return said(Verdict.NOT_APPLICABLE, 'other-audience', { roles: asked.join(', ') });
}

function audienceOf({ roleCodes }: ProgramFacts, requirement: RequirementFacts): Finding['audience'] {
  const asked = requirement.roleCodes;
  const served = roleCodes.length === 0 ? asked : asked.filter((role) => roleCodes.includes(role));
  return { asked, served, inWords: requirement.otherAudience };
}

/** What editors said of this requirement, for modules and outcomes that the program holds, in the order of their ids. */
function tiesOf({ modules }: ProgramFacts, { key }: RequirementFacts, alignments: readonly AlignmentFacts[]): Tie[] {
  return alignments
    .filter(({ requirementKey }) => requirementKey === key)
    .flatMap((alignment): Tie[] => {
      const module = modules.find(({ moduleId }) => moduleId === alignment.moduleId);
      const isHeld = alignment.outcomeId === null || module?.outcomeIds.includes(alignment.outcomeId);
      return module && isHeld ? [{ ...alignment, module }] : [];
    })
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

const placeOf = ({ moduleId, outcomeId }: Tie) => `${moduleId} ${outcomeId ?? ''}`;

/** Why a requirement that is not met only warns. */
function doubts({ verification, isActInForce }: RequirementFacts): Because[] {
  return [
    ...(verification === LegalVerification.VERIFIED ? [] : [{ key: 'unverified', values: {} }]),
    ...(isActInForce ? [] : [{ key: 'act-doubtful', values: {} }]),
  ];
}

function said(verdict: Verdict, key: string, values: Because['values'] = {}): Judgment {
  return { verdict, because: [{ key, values }] };
}
