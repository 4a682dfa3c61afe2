import { stemsOf } from '#platform';

/** What a union asks for, as far as a curriculum can be near to it. Texts are folded for search. */
export interface WantedProgram {
  sectorCodes: readonly string[];
  roleCodes: readonly string[];
  titleWords: readonly string[];
  outcomeWords: readonly string[];
}

/** What a curriculum is for and speaks of, in all its languages. */
export interface OfferedProgram {
  /** Empty: all sectors. */
  sectorCodes: readonly string[];
  /** Empty: any role. */
  roleCodes: readonly string[];
  words: readonly string[];
}

export interface Nearness {
  /** 0 to 1. */
  score: number;
  sharedSectorCodes: string[];
  sharedRoleCodes: string[];
  /** 0 to 1: how many of the request’s words it speaks of too. */
  titleShare: number;
  outcomesShare: number;
}

/** Whom it trains and what they can do afterwards weigh most; a title is soon said. */
const WEIGHTS = { roles: 0.35, outcomes: 0.3, sectors: 0.25, title: 0.1 };

/** How near a curriculum is to what is asked for. What the request leaves open, any curriculum fits half. */
export function nearnessOf(wanted: WantedProgram, offered: OfferedProgram): Nearness {
  const sectors = overlap(wanted.sectorCodes, offered.sectorCodes);
  const roles = overlap(wanted.roleCodes, offered.roleCodes);
  const stems = new Set(stemsOf(offered.words));
  const titleShare = shareOf(wanted.titleWords, stems);
  const outcomesShare = shareOf(wanted.outcomeWords, stems);
  const score =
    WEIGHTS.roles * roles.share +
    WEIGHTS.outcomes * outcomesShare +
    WEIGHTS.sectors * sectors.share +
    WEIGHTS.title * titleShare;
  return {
    score: Math.round(score * 1000) / 1000,
    sharedSectorCodes: sectors.shared,
    sharedRoleCodes: roles.shared,
    titleShare,
    outcomesShare,
  };
}

/** A curriculum for all fits, but one made for these fits better. */
function overlap(wanted: readonly string[], offered: readonly string[]): { share: number; shared: string[] } {
  const shared = wanted.filter((code) => offered.includes(code));
  if (wanted.length === 0 || offered.length === 0) return { share: 0.5, shared };
  return { share: shared.length / wanted.length, shared };
}

function shareOf(words: readonly string[], stems: ReadonlySet<string>): number {
  const wanted = stemsOf(words);
  if (wanted.length === 0) return 0;
  return Math.round((wanted.filter((stem) => stems.has(stem)).length / wanted.length) * 1000) / 1000;
}
