import './completions.messages.js';
import './enrollment.messages.js';
import './nominations.messages.js';
import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { CurriculaModule } from '#curriculum';
import { IdentityModule } from '#identity';
import { NoticesModule } from '#notices';
import { ApprovalLoaders } from './approval/approval.loaders.js';
import { ApprovalResolver, ApprovalStepResolver } from './approval/approval.resolver.js';
import { Approvals } from './approval/approvals.service.js';
import { Seating } from './approval/seating.service.js';
import { CompletionReads } from './completion/completion.reads.js';
import { CompletionLineResolver, CompletionSheetResolver } from './completion/completion.resolver.js';
import { Completions } from './completion/completions.service.js';
import { Capacity } from './enrollment/capacity.service.js';
import { Enroll } from './enrollment/enroll.service.js';
import { EnrollmentJobs } from './enrollment/enrollment.jobs.js';
import { EnrollmentLoaders } from './enrollment/enrollment.loaders.js';
import { EnrollmentReads } from './enrollment/enrollment.reads.js';
import { EnrollmentResolver } from './enrollment/enrollment.resolver.js';
import { OfferingPlacesResolver } from './enrollment/offering-places.resolver.js';
import { PlaceChanges } from './enrollment/place-changes.service.js';
import { Places } from './enrollment/places.service.js';
import { SeatsModule } from './enrollment/seats.module.js';
import { ViewerPlacesResolver } from './enrollment/viewer-places.resolver.js';
import { NominationFileReading } from './nomination/file/nomination-file.reading.js';
import { NominationFileResolver, NominationFileRowResolver } from './nomination/file/nomination-file.resolver.js';
import { NominationFiles } from './nomination/file/nomination-files.service.js';
import { NominationReads } from './nomination/nomination.reads.js';
import { NominationLineResolver, NominationResolver } from './nomination/nomination.resolver.js';
import { Nominations } from './nomination/nominations.service.js';
import { Recommenders } from './nomination/recommenders.js';
import { Substitutions } from './nomination/substitutions.service.js';
import { Withdrawals } from './nomination/withdrawals.service.js';
import { Newcomers } from './notices/newcomers.service.js';
import { Reminders } from './notices/reminders.service.js';
import { NextOfferings } from './progress/next-offerings.js';
import {
  ModuleProgressResolver,
  PersonProgressResolver,
  ViewerProgressResolver,
} from './progress/progress.resolver.js';
import { Progresses } from './progress/progresses.js';
import { SeatKeeping } from './reservation/kept-seats.service.js';
import { ReservationReads } from './reservation/reservation.reads.js';
import { OfferingReservationsResolver, ReservationResolver } from './reservation/reservation.resolver.js';
import { Reservations } from './reservation/reservations.service.js';
import { SchedulingModule } from './scheduling.module.js';
import { TrainingDutiesModule } from './training-duties.module.js';

/** Offerings and everything that one lock protects: seats, queue, approvals, offers. */
@Module({
  imports: [
    CatalogModule,
    CurriculaModule,
    IdentityModule,
    NoticesModule,
    SeatsModule,
    SchedulingModule,
    TrainingDutiesModule,
  ],
  providers: [
    ApprovalLoaders,
    ApprovalResolver,
    ApprovalStepResolver,
    Approvals,
    Capacity,
    CompletionLineResolver,
    CompletionReads,
    CompletionSheetResolver,
    Completions,
    Enroll,
    EnrollmentJobs,
    EnrollmentLoaders,
    EnrollmentReads,
    EnrollmentResolver,
    ModuleProgressResolver,
    NextOfferings,
    NominationFileReading,
    NominationFileResolver,
    NominationFileRowResolver,
    NominationFiles,
    NominationLineResolver,
    NominationReads,
    NominationResolver,
    Newcomers,
    Nominations,
    OfferingPlacesResolver,
    OfferingReservationsResolver,
    PersonProgressResolver,
    PlaceChanges,
    Places,
    Progresses,
    Reminders,
    ReservationReads,
    ReservationResolver,
    Reservations,
    SeatKeeping,
    Seating,
    Recommenders,
    Substitutions,
    Withdrawals,
    ViewerPlacesResolver,
    ViewerProgressResolver,
  ],
  exports: [SeatKeeping],
})
export class EnrollmentModule {}
