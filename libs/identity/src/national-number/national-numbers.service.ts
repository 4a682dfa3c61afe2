import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Acts,
  BatchLoader,
  grouped,
  ofAnyLength,
  type RequestContext,
  readEntities,
  refuse,
  SETTINGS,
  type Settings,
  type Viewer,
} from '#platform';
import { eachAllowedIn } from '../access/grants.js';
import { NationalNumber } from './national-number.entity.js';
import { NationalNumberNotFound } from './national-number.type.js';
import { masked, open } from './seal.js';

@Injectable()
export class NationalNumbers {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Sealed, by person. Who may see that there are any is asked before. */
  readonly ofPerson = new BatchLoader<string, NationalNumber[]>(
    async (personIds) => {
      const numbers = await readEntities(
        this.database,
        NationalNumber,
        `person_id = ANY(${ofAnyLength('$1')}) ORDER BY id`,
        [personIds],
      );
      return grouped(numbers, ({ personId }) => personId);
    },
    () => [],
  );

  /** The end of a number, which tells people that it is the right one. */
  mask(number: NationalNumber): string {
    return masked(open(this.settings.secretKeys, number));
  }

  /**
   * Reads a number whole. Every reading is audited, also one that repeats a request, so it takes no idempotency key.
   * Refuses with NationalNumberNotFound.
   */
  async read(asked: RequestContext, viewer: Viewer, nationalNumberId: string): Promise<string> {
    const act = { name: 'readNationalNumber', input: { nationalNumberId } };
    const number = await this.acts.perform({ ...asked, idempotencyKey: null }, act, async (tx) => {
      const readable = eachAllowedIn('membership.organization_id', viewer, 'person.read-national-number');
      const found = await tx
        .createQueryBuilder(NationalNumber, 'number')
        .where('number.id = :nationalNumberId', { nationalNumberId })
        .andWhere(
          `EXISTS (SELECT 1 FROM membership
            WHERE membership.person_id = number.person_id AND membership.ended_on IS NULL AND ${readable.sql})`,
          readable.parameters,
        )
        .getOne();
      return found ?? refuse(new NationalNumberNotFound());
    });
    return open(this.settings.secretKeys, number);
  }
}
