import './scheduling.messages.js';
import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { CurriculaModule } from '#curriculum';
import { ReferenceModule } from '#reference';
import { SeatsModule } from './enrollment/seats.module.js';
import { InstructorLoaders } from './instructor/instructor.loaders.js';
import { InstructorResolver, OrganizationInstructorsResolver } from './instructor/instructor.resolver.js';
import { Instructors } from './instructor/instructors.service.js';
import { OfferingLawLoaders } from './law/offering-law.loaders.js';
import {
  EditionOfferingsResolver,
  OfferingLawResolver,
  OfferingLegalEditionResolver,
} from './law/offering-law.resolver.js';
import { LinkedCatalogController } from './linked-data/catalog.controller.js';
import { CourseOfferingsResolver } from './offering/course-offerings.resolver.js';
import { OfferingLoaders } from './offering/offering.loaders.js';
import { OfferingQueries } from './offering/offering.queries.js';
import { OfferingResolver } from './offering/offering.resolver.js';
import { OfferingCounts } from './offering/offering-counts.js';
import { Openings } from './offering/openings.service.js';
import { SchedulingResolver } from './offering/scheduling.resolver.js';
import { Scheduling } from './offering/scheduling.service.js';
import { SchedulingRights } from './offering/scheduling-rights.js';
import { SessionResolver } from './offering/session.resolver.js';
import { VenueLoaders } from './venue/venue.loaders.js';
import { OrganizationVenuesResolver, VenueResolver } from './venue/venue.resolver.js';
import { Venues } from './venue/venues.service.js';

/** When, where and by whom courses are taught; who gets the seats is decided by the module of enrollments above it. */
@Module({
  imports: [CatalogModule, CurriculaModule, ReferenceModule, SeatsModule],
  controllers: [LinkedCatalogController],
  providers: [
    CourseOfferingsResolver,
    EditionOfferingsResolver,
    InstructorLoaders,
    InstructorResolver,
    Instructors,
    OfferingLawLoaders,
    OfferingLawResolver,
    OfferingLegalEditionResolver,
    OfferingLoaders,
    OfferingCounts,
    OfferingQueries,
    OfferingResolver,
    Openings,
    OrganizationInstructorsResolver,
    OrganizationVenuesResolver,
    Scheduling,
    SchedulingResolver,
    SchedulingRights,
    SessionResolver,
    VenueLoaders,
    VenueResolver,
    Venues,
  ],
  exports: [OfferingLoaders, OfferingQueries],
})
export class SchedulingModule {}
