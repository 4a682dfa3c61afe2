/** People in one place, as a test gives them. */
export interface People {
  countryCode: string;
  subdivisionCode: string | null;
  people: number;
}

interface Need {
  sectorCodes: string[];
  roleCodes: string[];
  languages: string[];
  people: People[];
}

/** One request as the naive sum knows it. */
export class Asked {
  isOpen = true;
  readonly supporters = new Map<string, People[]>();

  constructor(
    readonly id: string,
    readonly organizationId: string,
    readonly need: Need,
  ) {}

  joinInto(into: Asked): void {
    this.isOpen = false;
    for (const [organizationId, people] of [[this.organizationId, this.need.people] as const, ...this.supporters]) {
      if (organizationId === into.organizationId) into.need.people = added(into.need.people, people);
      else into.supporters.set(organizationId, added(into.supporters.get(organizationId) ?? [], people));
    }
  }
}

export function modelOf(id: string, union: { id: string }, need: Need): Asked {
  return new Asked(id, union.id, { ...need });
}

type Sum = { requests: Set<string>; wanted: number; supported: number };

/** Demand summed the slow way: every place of every open request, once in each group it falls in. */
export function sumsOf(past: readonly Asked[], groupBy: readonly string[]): [string, number, number, number][] {
  const groups = new Map<string, Sum>();
  for (const asked of past.filter(({ isOpen }) => isOpen)) {
    const all = [{ isWanted: true, people: asked.need.people }];
    for (const people of asked.supporters.values()) all.push({ isWanted: false, people });
    for (const { isWanted, people } of all) {
      for (const place of people) {
        for (const key of keysOf(asked, place, groupBy)) {
          const sum = groups.get(key) ?? { requests: new Set(), wanted: 0, supported: 0 };
          sum.requests.add(asked.id);
          if (isWanted) sum.wanted += place.people;
          else sum.supported += place.people;
          groups.set(key, sum);
        }
      }
    }
  }
  return [...groups]
    .sort(([one, a], [other, b]) => b.wanted + b.supported - a.wanted - a.supported || order(one, groupBy, other))
    .map(([key, { requests, wanted, supported }]) => [key, requests.size, wanted, supported]);
}

const NAMES = ['SECTOR', 'ROLE', 'COUNTRY', 'REGION', 'LANGUAGE'];

function keysOf({ need }: Asked, place: People, groupBy: readonly string[]): string[] {
  const codes: Record<string, (string | null)[]> = {
    SECTOR: need.sectorCodes,
    ROLE: need.roleCodes.length > 0 ? need.roleCodes : [null],
    COUNTRY: [place.countryCode],
    REGION: [place.subdivisionCode],
    LANGUAGE: need.languages,
  };
  return NAMES.reduce<string[]>(
    (keys, name) => {
      const values = groupBy.includes(name) ? (codes[name] ?? []) : [null];
      return keys.flatMap((key) => values.map((value) => [...(key ? [key] : []), value ?? '-'].join(' ')));
    },
    [''],
  );
}

/** Groups of one size come in the order of their codes as the server writes them: quoted, or null. */
function order(one: string, groupBy: readonly string[], other: string): number {
  const written = (key: string) => {
    const codes = key.split(' ').filter((_, place) => groupBy.includes(NAMES[place] ?? ''));
    return JSON.stringify(codes.map((code) => (code === '-' ? null : code)));
  };
  return written(one) < written(other) ? -1 : 1;
}

function added(known: readonly People[], more: readonly People[]): People[] {
  const sums = new Map(known.map((place) => [`${place.countryCode} ${place.subdivisionCode}`, { ...place }]));
  for (const place of more) {
    const key = `${place.countryCode} ${place.subdivisionCode}`;
    const sum = sums.get(key);
    if (sum) sum.people += place.people;
    else sums.set(key, { ...place });
  }
  return [...sums.values()];
}
