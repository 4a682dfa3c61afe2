import type { DataSource } from 'typeorm';
import { identityEntities } from '#identity';
import { enqueue, newId, readSettings, Transactions } from '#platform';
import { referenceEntities } from '#reference';
import { insertChunk } from '../../../libs/identity/src/import/file/stored-file.js';
import { APPLY_MEMBERS, MemberImportApplying } from '../../../libs/identity/src/import/member-import.applying.js';
import { MemberImportReading, READ_MEMBERS } from '../../../libs/identity/src/import/member-import.reading.js';
import { freshDatabase } from '../../support/database.js';
import { killAtRow, succeed } from '../../support/doom.js';

const ROWS = 2_600;

/** A list of members as it was opened, with a file that is still to be sent. */
async function openedList(database: DataSource, status: 'AWAITING_FILE' | 'APPLYING') {
  const [organizationId, personId, accountId, fileId, importId] = Array.from({ length: 5 }, newId) as [
    string,
    string,
    string,
    string,
    string,
  ];
  await database.query(
    `INSERT INTO organization (id, kind, country_code, time_zone, default_locale)
     VALUES ($1, 'PRIMARY_ORGANIZATION', 'KZ', 'Asia/Almaty', 'kk')`,
    [organizationId],
  );
  await database.query('INSERT INTO organization_closure VALUES ($1, $1)', [organizationId]);
  await database.query(`INSERT INTO person (id, family_name, given_name) VALUES ($1, 'List', 'Sender')`, [personId]);
  await database.query(
    `INSERT INTO account (id, person_id, email, password_hash) VALUES ($1, $2, 'l@odaq.example', 'none')`,
    [accountId, personId],
  );
  await database.query(
    `INSERT INTO role_grant (id, account_id, organization_id, role, scope) VALUES ($1, $2, $3, 'ORGANIZATION_OFFICER', 'SELF')`,
    [newId(), accountId, organizationId],
  );
  await database.query(
    `INSERT INTO uploaded_file (id, account_id, ticket_hash, expires_at, reader)
     VALUES ($1, $2, sha256(gen_random_uuid()::text::bytea), now(), 'identity:read-members')`,
    [fileId, accountId],
  );
  await database.query(
    'INSERT INTO member_import (id, organization_id, account_id, file_id, status) VALUES ($1, $2, $3, $4, $5)',
    [importId, organizationId, accountId, fileId, status],
  );
  return { importId, organizationId, fileId };
}

/** A list of so many new people that was sent, and whose reading waits. */
async function sentList(database: DataSource): Promise<{ importId: string; fileId: string }> {
  const { importId, fileId } = await openedList(database, 'AWAITING_FILE');
  const people = Array.from({ length: ROWS }, (_, i) => `Family${i};Given\n`);
  const file = Buffer.from(`Фамилия;Имя\n${people.join('')}`);
  await insertChunk(database.manager, readSettings({}).secretKeys, fileId, 0, file);
  await database.query('UPDATE uploaded_file SET kept_at = now(), byte_count = $2 WHERE id = $1', [
    fileId,
    file.length,
  ]);
  return { importId, fileId };
}

/** A list of so many new people, read and accepted, whose job waits. Answers with its organization. */
async function acceptedList(database: DataSource): Promise<{ importId: string; organizationId: string }> {
  const { importId, organizationId } = await openedList(database, 'APPLYING');
  await database.query('UPDATE member_import SET rows_total = $2::int, new_count = $2::int WHERE id = $1', [
    importId,
    ROWS,
  ]);
  await database.query(
    `INSERT INTO member_import_row (import_id, number, outcome, organization_id, family_name, given_name, name_keys, person_id, membership_id)
     SELECT $1, i + 1, 'NEW', $2, 'Family' || i, 'Given', ARRAY['family' || i || ' given'], gen_random_uuid(), gen_random_uuid()
     FROM generate_series(1, $3::int) i`,
    [importId, organizationId, ROWS],
  );
  return { importId, organizationId };
}

describe('a server that is killed while it reads a list', () => {
  it('leaves whole thousands, and another reads exactly the rest', async () => {
    const database = await freshDatabase([...referenceEntities, ...identityEntities]);
    const { importId, fileId } = await sentList(database);
    await enqueue(database.manager, [{ name: READ_MEMBERS, payload: { fileId } }]);
    const seen = async () => {
      const [row] = await database.query(
        `SELECT status, rows_done AS "rowsDone", rows_total AS "rowsTotal",
           (SELECT count(*)::int FROM member_import_row WHERE import_id = $1) AS rows,
           (SELECT count(DISTINCT family_name)::int FROM member_import_row WHERE import_id = $1) AS names
         FROM member_import WHERE id = $1`,
        [importId],
      );
      return row;
    };

    await killAtRow(database, 'member_import_row', 'NEW.number = 1500');

    // The first of the first thousand rows is the header.
    const thousand = { rowsDone: 999, rows: 999, names: 999 };
    expect(await seen()).toEqual({ status: 'READING', rowsTotal: null, ...thousand });

    await succeed(database, READ_MEMBERS, (jobs) =>
      new MemberImportReading(database, new Transactions(database), jobs, readSettings({})).onModuleInit(),
    );

    expect(await seen()).toEqual({ status: 'READY', rowsDone: 0, rowsTotal: ROWS, rows: ROWS, names: ROWS });
  }, 300_000);
});

describe('a server that is killed while it adds the members of a list', () => {
  it('leaves nothing half done, and another adds exactly those who are missing', async () => {
    const database = await freshDatabase([...referenceEntities, ...identityEntities]);
    const { importId, organizationId } = await acceptedList(database);
    await enqueue(database.manager, [{ name: APPLY_MEMBERS, payload: { importId } }]);
    const counts = async () => {
      const [row] = await database.query(
        `SELECT status, rows_done AS "rowsDone", people_added AS "peopleAdded", memberships_added AS "membershipsAdded",
           (SELECT count(*)::int FROM membership WHERE organization_id = $2) AS members,
           (SELECT count(DISTINCT person_id)::int FROM membership WHERE organization_id = $2) AS people,
           (SELECT count(*)::int FROM person WHERE given_name = 'Given') AS persons
         FROM member_import WHERE id = $1`,
        [importId, organizationId],
      );
      return row;
    };

    // In the middle of the second thousand: its people are written, and half of their memberships.
    await killAtRow(
      database,
      'membership',
      `NEW.id = (SELECT membership_id FROM member_import_row WHERE import_id = '${importId}' AND number = 1500)`,
    );

    expect(await counts()).toEqual({
      status: 'APPLYING',
      rowsDone: 1_000,
      peopleAdded: 1_000,
      membershipsAdded: 1_000,
      members: 1_000,
      people: 1_000,
      persons: 1_000,
    });

    await succeed(database, APPLY_MEMBERS, (jobs) =>
      new MemberImportApplying(new Transactions(database), jobs).onModuleInit(),
    );

    expect(await counts()).toEqual({
      status: 'APPLIED',
      rowsDone: ROWS,
      peopleAdded: ROWS,
      membershipsAdded: ROWS,
      members: ROWS,
      people: ROWS,
      persons: ROWS,
    });
  }, 300_000);
});
