import { judgeReads, useGround } from './judge.js';
import { NESTED, QUERIES } from './reads.cases.js';

useGround();
judgeReads('query', QUERIES);
judgeReads('inside', NESTED);
