import { Injectable } from '@nestjs/common';
import { faults } from '#platform';

/** So many may stand in one offering’s lane of this process; the next is told to come back. */
const LONGEST_LANE = 2_000;

/**
 * One thing at a time per offering and process, first come, first served.
 *
 * The database decides; this only keeps a rush on one offering from taking every connection and leaving none to the
 * others. Other processes are kept apart by the row lock.
 */
@Injectable()
export class Lanes {
  private readonly lanes = new Map<string, { last: Promise<unknown>; length: number }>();

  /** Runs the work when all that came before it is done. Throws UNAVAILABLE when too many stand in line. */
  run<T>(offeringId: string, work: () => Promise<T>): Promise<T> {
    const lane = this.lanes.get(offeringId) ?? { last: Promise.resolve(), length: 0 };
    if (lane.length >= LONGEST_LANE) return Promise.reject(faults.unavailable());

    const turn = lane.last.then(work);
    lane.length += 1;
    lane.last = turn
      .catch(() => undefined)
      .finally(() => {
        lane.length -= 1;
        if (lane.length === 0) this.lanes.delete(offeringId);
      });
    this.lanes.set(offeringId, lane);
    return turn;
  }
}
