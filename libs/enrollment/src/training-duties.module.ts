import './training-duties.messages.js';
import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { CurriculaModule } from '#curriculum';
import { IdentityModule } from '#identity';
import { NoticesModule } from '#notices';
import { ReferenceModule } from '#reference';
import { DutyJobs } from './duty/duty.jobs.js';
import { DutyLoaders } from './duty/duty.loaders.js';
import { DutyReads } from './duty/duty.reads.js';
import { TrainingBookingResolver, TrainingDutyResolver, ViewerDutiesResolver } from './duty/duty.resolver.js';
import { DutyCounts } from './duty/duty-counts.js';
import { DutyDigests } from './duty/duty-digests.service.js';
import { DutyReminders } from './duty/duty-reminders.service.js';
import { TrainingRuleResolver } from './duty/rule.resolver.js';
import { TrainingRules } from './duty/rules.service.js';
import { SchedulingModule } from './scheduling.module.js';

/** What offices ask their holders to learn, and how they stand to it. */
@Module({
  imports: [CatalogModule, CurriculaModule, IdentityModule, NoticesModule, ReferenceModule, SchedulingModule],
  providers: [
    DutyCounts,
    DutyDigests,
    DutyJobs,
    DutyLoaders,
    DutyReads,
    DutyReminders,
    TrainingBookingResolver,
    TrainingDutyResolver,
    TrainingRuleResolver,
    TrainingRules,
    ViewerDutiesResolver,
  ],
})
export class TrainingDutiesModule {}
