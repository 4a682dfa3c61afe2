export { foldForIndex, foldQuery } from './fold.js';
export { canonicalLocale, pickLocale, readingChain, textDirection } from './locale.js';
export { stemsOf } from './stems.js';
