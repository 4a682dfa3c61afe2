export type { Ahead, Brings } from './brought.js';
export { byReader, forReader, readingOrder } from './in-language.js';
export { type AheadOf, LookAhead, type LookedAhead, type PageAhead, type Reading } from './look-ahead.js';
export type { PageNeeds } from './page-needs.js';
export { readRows } from './read.js';
export { Selection } from './selection.js';
