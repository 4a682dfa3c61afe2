import { CATALOG } from './catalog.cases.js';
import { judgeMutations, useGround } from './judge.js';

useGround();
judgeMutations(CATALOG);
