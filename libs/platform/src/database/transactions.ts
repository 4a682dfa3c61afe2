import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { faults } from '../errors/faults.js';
import { log } from '../logging/log.js';
import { Changes } from '../public-answers/changes.service.js';
import { stayOnPrimary } from '../replicas/place.js';
import { type Interruption, interruptionOf } from './interruptions.js';

/** Runs once the commit has happened; must cope with being lost, so nothing that matters is left to it alone. */
export type AfterCommit = (effect: () => void | Promise<void>) => void;

/**
 * Takes what is written last. It leaves in one piece with the commit, and nobody waits for it before that; should any of it
 * fail, nothing is kept, and `run` throws its error. All its statements must have been asked for already.
 */
export type WithCommit = (writes: Promise<unknown>) => void;

const TRIES = 5;

/** Where every change happens: one read committed transaction, run again when the database asks for it. */
@Injectable()
export class Transactions {
  constructor(
    private readonly database: DataSource,
    @Optional() private readonly changes?: Changes,
  ) {}

  /**
   * Runs the work in a transaction of its own. Inside, nothing but `tx` touches the database.
   * The whole work is run again on a deadlock, so it must not have effects elsewhere: those go to `after`.
   * Throws CONFLICT when a lock could not be had, UNAVAILABLE when the database is away.
   */
  async run<T>(work: (tx: EntityManager, after: AfterCommit, withCommit: WithCommit) => Promise<T>): Promise<T> {
    stayOnPrimary();
    for (let attempt = 1; ; attempt += 1) {
      const effects: (() => void | Promise<void>)[] = [];
      let last: Promise<unknown> | undefined;
      const withCommit: WithCommit = (writes) => {
        last = writes;
        // Told below, after the commit was.
        writes.catch(() => {});
      };
      try {
        const result = await this.database
          .transaction((tx) => work(tx, (effect) => effects.push(effect), withCommit))
          // What failed last says why nothing was committed.
          .finally(() => last);
        this.changes?.note();
        await settle(effects);
        return result;
      } catch (error) {
        const interruption = interruptionOf(error);
        if (interruption === 'contention' && attempt < TRIES) await jitter(attempt);
        else throw interruption ? answerTo(interruption) : error;
      }
    }
  }
}

function answerTo(interruption: Interruption): Error {
  return interruption === 'contention' ? faults.conflict() : faults.unavailable();
}

/** Full jitter: two transactions that met once must not meet again at the same moment. */
function jitter(attempt: number): Promise<void> {
  return pause(Math.random() * 10 * 2 ** attempt);
}

async function settle(effects: (() => void | Promise<void>)[]): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      log.error({ err: error }, 'an effect after a commit failed');
    }
  }
}
