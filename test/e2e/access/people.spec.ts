import { judgeMutations, useGround } from './judge.js';
import { PEOPLE } from './people.cases.js';

useGround();
judgeMutations(PEOPLE);
