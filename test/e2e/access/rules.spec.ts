import { judgeMutations, judgeReads, useGround } from './judge.js';
import { RULE_READS, RULES } from './rules.cases.js';

useGround();
judgeReads('query', RULE_READS);
judgeMutations(RULES);
