import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Line } from './line.js';
import { OrganizationKind as Kind } from './organization-kind.js';
import { mayStandBelow } from './standing.rules.js';

const kinds = Object.values(Kind);
const pairs = (line: Line) =>
  kinds.flatMap((parent) =>
    kinds.filter((kind) => mayStandBelow(kind, parent, line)).map((kind) => `${kind} < ${parent}`),
  );

describe('the two lines', () => {
  it('lead up the sector to the federation', () => {
    expect(pairs(Line.SECTORAL)).toEqual([
      'SECTORAL_UNION < FEDERATION',
      'ACADEMY < FEDERATION',
      'REGIONAL_BRANCH < SECTORAL_UNION',
      'PRIMARY_ORGANIZATION < SECTORAL_UNION',
      'ACADEMY < SECTORAL_UNION',
      'REGIONAL_BRANCH < REGIONAL_BRANCH',
      'PRIMARY_ORGANIZATION < REGIONAL_BRANCH',
      'PRIMARY_ORGANIZATION < PRIMARY_ORGANIZATION',
    ]);
  });

  it('lead up the territory to the federation', () => {
    expect(pairs(Line.TERRITORIAL)).toEqual([
      'TERRITORIAL_ASSOCIATION < FEDERATION',
      'ACADEMY < FEDERATION',
      'TERRITORIAL_ASSOCIATION < TERRITORIAL_ASSOCIATION',
      'REGIONAL_BRANCH < TERRITORIAL_ASSOCIATION',
      'PRIMARY_ORGANIZATION < TERRITORIAL_ASSOCIATION',
      'ACADEMY < TERRITORIAL_ASSOCIATION',
    ]);
  });

  it('put no federation below anybody', () => {
    expect(kinds.filter((parent) => mayStandBelow(Kind.FEDERATION, parent, Line.SECTORAL))).toEqual([]);
    expect(kinds.filter((parent) => mayStandBelow(Kind.FEDERATION, parent, Line.TERRITORIAL))).toEqual([]);
  });

  it('hold the real organizations of Kazakhstan and Uzbekistan, as the demo world has them', () => {
    type Given = { key: string; type: Kind; sectoralParent: string | null; territorialParent: string | null };
    const file = join(import.meta.dirname, '../../../../apps/demo/data/organizations.json');
    const { organizations }: { organizations: Given[] } = JSON.parse(readFileSync(file, 'utf8'));
    const kindOf = new Map(organizations.map(({ key, type }) => [key, type]));
    const links = organizations.flatMap(({ key, type, sectoralParent, territorialParent }) => [
      { key, type, line: Line.SECTORAL, parent: sectoralParent },
      { key, type, line: Line.TERRITORIAL, parent: territorialParent },
    ]);

    const wrong = links.filter(
      ({ type, line, parent }) => parent && !mayStandBelow(type, kindOf.get(parent) as Kind, line),
    );
    expect(wrong).toEqual([]);
  });
});
