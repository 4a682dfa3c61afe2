import { judgeMutations, useGround } from './judge.js';
import { LISTS } from './lists.cases.js';

useGround();
judgeMutations(LISTS);
