export type { Brings } from './brought.js';
export { byReader, readingOrder } from './in-language.js';
export { readRows } from './read.js';
export { Selection } from './selection.js';
