import { judgeMutations, useGround } from './judge.js';
import { SEATS } from './seats.cases.js';

useGround();
judgeMutations(SEATS);
