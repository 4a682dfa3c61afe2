import { DutyStatus } from './duty.enums.js';

/** What decides how somebody stands. */
export interface DutyStanding {
  /** End of the last day. */
  dueAt: Date;
  learnedOn: string | null;
  /** Null: learned for good, or not learned. */
  relearnAt: Date | null;
  bookedEnrollmentId: string | null;
}

/** How somebody stands at this moment. `STANDS` says the same in SQL. */
export function statusOf({ dueAt, learnedOn, relearnAt, bookedEnrollmentId }: DutyStanding, now: Date): DutyStatus {
  if (learnedOn !== null && (relearnAt === null || relearnAt > now)) return DutyStatus.LEARNED;
  if (dueAt <= now) return DutyStatus.LATE;
  return bookedEnrollmentId === null ? DutyStatus.DUE : DutyStatus.BOOKED;
}

/** Written so that each begins with what an index of its own holds. */
const LEARNED = 'duty.learned_on IS NOT NULL AND (duty.relearn_at IS NULL OR duty.relearn_at > now())';
const OPEN = '(duty.learned_on IS NULL OR duty.relearn_at <= now())';

/** SQL conditions on rows of `training_duty` named `duty`. */
export const STANDS: Record<DutyStatus, string> = {
  [DutyStatus.LEARNED]: LEARNED,
  [DutyStatus.LATE]: `duty.due_at <= now() AND ${OPEN}`,
  [DutyStatus.BOOKED]: `duty.booked_enrollment_id IS NOT NULL AND duty.due_at > now() AND ${OPEN}`,
  [DutyStatus.DUE]: `duty.due_at > now() AND duty.booked_enrollment_id IS NULL AND ${OPEN}`,
};

/** Neither the office nor the rule has ended. */
export const IN_FORCE = '(duty.ends_at IS NULL OR duty.ends_at > now())';
