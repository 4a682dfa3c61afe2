import type { CourseKind } from '#catalog';
import type { DeliveryMode } from '#enrollment';
import { foldForIndex, type Reason } from '#platform';
import type { PeopleAt } from '../request/people.js';
import { NeedIncomplete, NeedPart, NeedPeriodEndsBeforeStart, PlaceRepeated } from './asking.reasons.js';
import type { ProgramNeedInput } from './need.input.js';
import type { PeopleInPlaceInput } from './people.input.js';

/** A need as it is written down: every list there, each code once. */
export interface Need {
  addressedToId: string | null;
  locale: string;
  title: string;
  outcomes: string[];
  why: string | null;
  sectorCodes: string[];
  roleCodes: string[];
  languages: string[];
  courseKinds: CourseKind[];
  deliveryModes: DeliveryMode[];
  periodFrom: string | null;
  periodTo: string | null;
}

export function needOf(input: ProgramNeedInput): Need {
  return {
    addressedToId: input.addressedToId?.toLowerCase() ?? null,
    locale: input.locale,
    title: input.title.trim(),
    outcomes: input.outcomes?.map((outcome) => outcome.trim()) ?? [],
    why: input.why?.trim() ?? null,
    sectorCodes: once(input.sectorCodes),
    roleCodes: once(input.roleCodes),
    languages: once(input.languages),
    courseKinds: once(input.courseKinds),
    deliveryModes: once(input.deliveryModes),
    periodFrom: input.periodFrom ?? null,
    periodTo: input.periodTo ?? null,
  };
}

export function peopleOf(input: readonly PeopleInPlaceInput[] | null | undefined): PeopleAt[] {
  return (input ?? []).map(({ countryCode, subdivisionCode, people }) => ({
    countryCode,
    subdivisionCode: subdivisionCode ?? null,
    people,
  }));
}

/** What nobody could answer without; empty: it may be handed in. */
export function missingIn(
  need: Pick<Need, 'outcomes' | 'languages' | 'periodFrom' | 'periodTo'>,
  places: number,
): Reason[] {
  return [
    ...(need.outcomes.length === 0 ? [new NeedIncomplete(NeedPart.OUTCOMES, 'outcomes')] : []),
    ...(need.languages.length === 0 ? [new NeedIncomplete(NeedPart.LANGUAGES, 'languages')] : []),
    ...(need.periodFrom && need.periodTo ? [] : [new NeedIncomplete(NeedPart.PERIOD, 'periodFrom')]),
    ...(places === 0 ? [new NeedIncomplete(NeedPart.PEOPLE, 'people')] : []),
  ];
}

/** What contradicts itself, in a draft too. */
export function contradictionsIn({ periodFrom, periodTo }: Need): Reason[] {
  return periodFrom && periodTo && periodFrom > periodTo ? [new NeedPeriodEndsBeforeStart()] : [];
}

/** Places that come more than once, each told once. */
export function repeatedPlaces(people: readonly PeopleAt[], path: string[]): Reason[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { countryCode, subdivisionCode } of people) {
    const code = subdivisionCode ?? countryCode;
    (seen.has(code) ? repeated : seen).add(code);
  }
  return [...repeated].map((code) => new PlaceRepeated(code, path));
}

/** Title and outcomes as search sees them, with the number where there is one. */
export function wordsOf(need: Pick<Need, 'title' | 'outcomes' | 'locale'>, number = ''): string {
  return foldForIndex([need.title, ...need.outcomes, number].join(' '), need.locale);
}

function once<Code>(codes: readonly Code[] | null | undefined): Code[] {
  return [...new Set(codes)];
}
