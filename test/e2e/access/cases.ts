import type { Ground } from './ground.js';

/** The input of each mutation, for something that belongs to the branch or to the academy; a new one at each call. */
export type Cases = Record<string, (ground: Ground) => Promise<object>>;

/** What those may do who have the permission anywhere, and why. */
export const ANYWHERE: Record<string, string> = {
  recordLegalActChange: 'law belongs to no organization',
  similarProgramRequests: 'shows likeness and numbers, never who asks, so that nobody asks twice',
  trainingDemand: 'says how many, never who',
  programRequests: 'everybody has a list of their own',
  reviewTasks: 'everybody has a list of their own',
};
