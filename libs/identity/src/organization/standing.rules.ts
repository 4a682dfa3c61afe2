import { Line } from './line.js';
import { OrganizationKind } from './organization-kind.js';

const { FEDERATION, TERRITORIAL_ASSOCIATION, SECTORAL_UNION, REGIONAL_BRANCH, PRIMARY_ORGANIZATION, ACADEMY } =
  OrganizationKind;

/**
 * Which kinds may stand directly below which, on which line.
 *
 * A branch below a branch is a district council below its regional council; a primary below a primary is a shop
 * organization below the joint committee of a large employer. A primary stands directly below a union center where
 * its region has no branch of its sector. A federation stands below nobody.
 */
const BELOW: Record<Line, Record<OrganizationKind, readonly OrganizationKind[]>> = {
  [Line.SECTORAL]: {
    [FEDERATION]: [SECTORAL_UNION, ACADEMY],
    [SECTORAL_UNION]: [REGIONAL_BRANCH, PRIMARY_ORGANIZATION, ACADEMY],
    [REGIONAL_BRANCH]: [REGIONAL_BRANCH, PRIMARY_ORGANIZATION],
    [PRIMARY_ORGANIZATION]: [PRIMARY_ORGANIZATION],
    [TERRITORIAL_ASSOCIATION]: [],
    [ACADEMY]: [],
  },
  [Line.TERRITORIAL]: {
    [FEDERATION]: [TERRITORIAL_ASSOCIATION, ACADEMY],
    [TERRITORIAL_ASSOCIATION]: [TERRITORIAL_ASSOCIATION, REGIONAL_BRANCH, PRIMARY_ORGANIZATION, ACADEMY],
    [SECTORAL_UNION]: [],
    [REGIONAL_BRANCH]: [],
    [PRIMARY_ORGANIZATION]: [],
    [ACADEMY]: [],
  },
};

export function mayStandBelow(kind: OrganizationKind, parent: OrganizationKind, line: Line): boolean {
  return BELOW[line][parent].includes(kind);
}
