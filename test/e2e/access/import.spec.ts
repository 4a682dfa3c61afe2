import { IMPORT_READS, IMPORTS } from './import.cases.js';
import { judgeMutations, judgeReads, useGround } from './judge.js';

useGround();
judgeReads('query', IMPORT_READS);
judgeMutations(IMPORTS);
