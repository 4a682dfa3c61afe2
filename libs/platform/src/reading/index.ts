export type { Brings } from './brought.js';
export { byReader, readingOrder } from './in-language.js';
export { type Ahead, LookAhead, type LookedAhead, type PageAhead, type Reading } from './look-ahead.js';
export { needsOf, type PageNeeds } from './page-needs.js';
export { readRows } from './read.js';
export { Selection } from './selection.js';
