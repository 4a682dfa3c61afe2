import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allowedIn, assertMayActIn, Uploads } from '#identity';
import {
  Acts,
  Authority,
  isId,
  Nodes,
  newId,
  type Page,
  paginate,
  type RequestContext,
  refuse,
  type Viewer,
} from '#platform';
import { Lanes } from '../../enrollment/lanes.js';
import { Offering } from '../../offering/offering.entity.js';
import { OfferingNotFound } from '../../offering/offering.reasons.js';
import { Nominations } from '../nominations.service.js';
import { NominationFile, NominationFileStatus } from './nomination-file.entity.js';
import { READ_NOMINEES } from './nomination-file.reading.js';
import { NominationFileNotFound, NominationFileNotReady } from './nomination-file.reasons.js';
import type { NominateFromFileInput, NominationFileRowsArgs, OpenNominationFileInput } from './nomination-file.type.js';
import { NominationFileRow } from './nomination-file-row.entity.js';

type Opened = Awaited<ReturnType<Uploads['open']>>;

/** Files by which organizations name people. */
@Injectable()
export class NominationFiles implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly uploads: Uploads,
    private readonly lanes: Lanes,
    private readonly nominations: Nominations,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('NominationFile', (id, { viewer }) => this.find(id, viewer));
  }

  /** Refuses with OfferingNotFound, OrganizationNotFound; throws FORBIDDEN. A ticket is shown once, so it takes no key. */
  async open(
    asked: RequestContext,
    viewer: Viewer,
    input: OpenNominationFileInput,
  ): Promise<{ nominationFile: NominationFile; ticket: Opened }> {
    const { offeringId, organizationId, columns, headerRow = null } = input;
    await assertMayActIn(this.database, this.authority, viewer, { permission: 'enrollment.nominate', organizationId });
    let ticket: Opened | undefined;
    const act = { name: 'openNominationFile', input, details: { offeringId, organizationId } };
    const nominationFile = await this.acts.perform({ ...asked, idempotencyKey: null }, act, async (tx) => {
      if (!(await tx.existsBy(Offering, { id: offeringId }))) refuse(new OfferingNotFound());
      ticket = await this.uploads.open(tx, viewer.accountId, READ_NOMINEES);
      const id = newId();
      const { fileId } = ticket;
      const status = NominationFileStatus.AWAITING_FILE;
      const given = { id, offeringId, organizationId, fileId, accountId: viewer.accountId, status };
      await tx.insert(NominationFile, { ...given, chosenColumns: columns, headerRow });
      return tx.findOneByOrFail(NominationFile, { id });
    });
    return { nominationFile, ticket: ticket as Opened };
  }

  /**
   * Nominates those whom the rows mean, as `nominate` does, in one letter; the file is used up by it.
   * Refuses with NominationFileNotFound, NominationFileNotReady and what `nominate` refuses with.
   */
  async nominate(asked: RequestContext, viewer: Viewer, input: NominateFromFileInput): Promise<NominationFile> {
    const { nominationFileId, whenFull, allOrNothing } = input;
    const found = (await this.find(nominationFileId, viewer)) ?? refuse(new NominationFileNotFound());
    const { offeringId, organizationId } = found;
    const act = { name: 'nominateFromFile', input, details: { offeringId, organizationId } };
    return this.lanes.run(offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const file = await tx.findOneOrFail(NominationFile, {
          where: { id: found.id },
          lock: { mode: 'for_no_key_update' },
        });
        const rows: { number: number; personId: string }[] = await tx.query(
          `SELECT number, person_id AS "personId" FROM nomination_file_row
           WHERE nomination_file_id = $1 AND person_id IS NOT NULL ORDER BY number`,
          [file.id],
        );
        if (file.status !== NominationFileStatus.READY || rows.length === 0)
          refuse(new NominationFileNotReady(file.status));
        const lines = rows.map(({ personId }) => ({ personId, priority: 0 }));
        const letter = { offeringId, organizationId, lines, whenFull, allOrNothing };
        const nomination = await this.nominations.nominateIn(tx, viewer, letter);
        await tx.query(
          `UPDATE nomination_file_row row SET position = line.position
           FROM unnest($2::int[]) WITH ORDINALITY AS line (number, position)
           WHERE row.nomination_file_id = $1 AND row.number = line.number`,
          [file.id, rows.map(({ number }) => number)],
        );
        await tx.update(
          NominationFile,
          { id: file.id },
          { status: NominationFileStatus.NOMINATED, nominationId: nomination.id },
        );
        return tx.findOneByOrFail(NominationFile, { id: file.id });
      }),
    );
  }

  async find(id: string, viewer: Viewer | null): Promise<NominationFile | null> {
    if (!viewer || !isId(id)) return null;
    const allowed = allowedIn('file.organization_id', viewer, 'enrollment.nominate');
    return this.database
      .createQueryBuilder(NominationFile, 'file')
      .where('file.id = :id', { id })
      .andWhere(allowed.sql, allowed.parameters)
      .getOne();
  }

  /** Rows of a file that the reader was found to see. */
  rows(nominationFileId: string, page: NominationFileRowsArgs): Promise<Page<NominationFileRow>> {
    const rows = this.database
      .createQueryBuilder(NominationFileRow, 'row')
      .where('row.nominationFileId = :nominationFileId', { nominationFileId });
    return paginate(rows, page, { by: 'row.number', type: 'int', tie: 'row.nominationFileId' });
  }
}
