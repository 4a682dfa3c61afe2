/**
 * What is to be reached. `of` names the side that ours is compared with, by answers a second or by another `part`; without
 * it the part itself is meant. Sides are found by how their names begin; no `side` means each that has what it is compared with.
 */
export const GOALS = [
  { bench: 'catalog-page', side: 'Odaq', of: 'limit', atLeast: 0.6 },
  { bench: 'catalog-page', side: 'Odaq', of: 'PostGraphile', atLeast: 1.8 },
  { bench: 'catalog-page-cached', side: 'Odaq', of: 'limit', atLeast: 0.4 },
  { bench: 'search', of: 'the plain page', part: 'p50', atMost: 2 },
  { bench: 'enroll', side: 'Odaq', of: 'limit', atLeast: 0.5 },
  { bench: 'hot-offering', side: 'Odaq', of: 'limit', atLeast: 3 },
  { bench: 'hot-offering', side: 'Odaq', part: 'p99Besides', atMost: 250 },
  { bench: 'import', side: 'Odaq', of: 'COPY', atLeast: 0.3 },
  { bench: 'growth', of: 'a tenth: ', part: 'p50', atMost: 1.3 },
  { bench: 'nodes', of: '1 process', part: 'work', atMost: 1.1 },
  { bench: 'start', side: 'Odaq', part: 'seconds', atMost: 3 },
  { bench: 'start', side: 'Odaq', part: 'idle', atMost: 200 },
  { bench: 'start', side: 'Odaq', part: 'memory', atMost: 350 },
];
