import './enrollment.messages.js';
import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { IdentityModule } from '#identity';
import { Capacity } from './enrollment/capacity.service.js';
import { Enroll } from './enrollment/enroll.service.js';
import { EnrollmentJobs } from './enrollment/enrollment.jobs.js';
import { EnrollmentLoaders } from './enrollment/enrollment.loaders.js';
import { EnrollmentReads } from './enrollment/enrollment.reads.js';
import { EnrollmentResolver } from './enrollment/enrollment.resolver.js';
import { OfferingPlacesResolver } from './enrollment/offering-places.resolver.js';
import { Places } from './enrollment/places.service.js';
import { SeatsModule } from './enrollment/seats.module.js';
import { ViewerPlacesResolver } from './enrollment/viewer-places.resolver.js';
import { SchedulingModule } from './scheduling.module.js';

/** Offerings and everything that one lock protects: seats, queue, approvals, offers. */
@Module({
  imports: [CatalogModule, IdentityModule, SeatsModule, SchedulingModule],
  providers: [
    Capacity,
    Enroll,
    EnrollmentJobs,
    EnrollmentLoaders,
    EnrollmentReads,
    EnrollmentResolver,
    OfferingPlacesResolver,
    Places,
    ViewerPlacesResolver,
  ],
})
export class EnrollmentModule {}
