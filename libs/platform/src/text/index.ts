export { foldForIndex, foldQuery } from './fold.js';
export { canonicalLocale, pickLocale, readingChain, textDirection } from './locale.js';
