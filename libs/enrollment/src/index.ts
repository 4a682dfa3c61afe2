import { ApprovalStep } from './approval/approval-step.entity.js';
import { CompletionLine } from './completion/completion-line.entity.js';
import { CompletionSheet } from './completion/completion-sheet.entity.js';
import { TrainingDuty } from './duty/training-duty.entity.js';
import { TrainingRule } from './duty/training-rule.entity.js';
import { TrainingRuleCourse } from './duty/training-rule-course.entity.js';
import { Enrollment } from './enrollment/enrollment.entity.js';
import { Instructor } from './instructor/instructor.entity.js';
import { OfferingLaw } from './law/offering-law.entity.js';
import { NominationFile } from './nomination/file/nomination-file.entity.js';
import { NominationFileRow } from './nomination/file/nomination-file-row.entity.js';
import { Nomination } from './nomination/nomination.entity.js';
import { NominationLine } from './nomination/nomination-line.entity.js';
import { Offering } from './offering/offering.entity.js';
import { Session } from './offering/session.entity.js';
import { SessionInstructor } from './offering/session-instructor.entity.js';
import { SeatReservation } from './reservation/seat-reservation.entity.js';
import { Room } from './venue/room.entity.js';
import { Venue } from './venue/venue.entity.js';

export { type CompletedBy, type CompletedCourse, completedCourses } from './completion/completed-courses.js';
export { Completion } from './completion/completion.enums.js';
export { EnrollmentModule } from './enrollment.module.js';
export { Instructors } from './instructor/instructors.service.js';
export { DeliveryMode, OfferingStatus } from './offering/offering.enums.js';
export { OfferingType } from './offering/offering.type.js';
export { Scheduling } from './offering/scheduling.service.js';
export { SeatKeeping, type SeatWish } from './reservation/kept-seats.service.js';
export { Venues } from './venue/venues.service.js';
export { Enrollment, Offering };

export const enrollmentEntities = [
  ApprovalStep,
  CompletionLine,
  CompletionSheet,
  Enrollment,
  Instructor,
  Nomination,
  NominationFile,
  NominationFileRow,
  NominationLine,
  Offering,
  OfferingLaw,
  Room,
  SeatReservation,
  Session,
  SessionInstructor,
  TrainingDuty,
  TrainingRule,
  TrainingRuleCourse,
  Venue,
];
