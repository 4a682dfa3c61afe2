import { judgeMutations, useGround } from './judge.js';
import { REQUESTS } from './requests.cases.js';

useGround();
judgeMutations(REQUESTS);
