export { onPrimary } from './place.js';
export { Replicas } from './replicas.js';
