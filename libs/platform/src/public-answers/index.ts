export { PublicAnswers } from './answers.js';
export { Changes } from './changes.service.js';
export { Memory } from './memory.js';
export { servePublicAnswers } from './serve-public-answers.js';
export { SharedLoader } from './shared-loader.js';
