import { Module } from '@nestjs/common';
import { OfferingLocks } from '../offering/offering.locks.js';
import { Lanes } from './lanes.js';
import { Settlement } from './settlement.js';

/** The lock and what is decided under it: one of each per process, whoever changes seats. */
@Module({ providers: [Lanes, OfferingLocks, Settlement], exports: [Lanes, OfferingLocks, Settlement] })
export class SeatsModule {}
