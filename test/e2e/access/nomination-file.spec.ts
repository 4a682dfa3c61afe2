import { judgeMutations, judgeReads, useGround } from './judge.js';
import { NOMINATION_FILE_READS, NOMINATION_FILES } from './nomination-file.cases.js';

useGround();
judgeReads('query', NOMINATION_FILE_READS);
judgeMutations(NOMINATION_FILES);
