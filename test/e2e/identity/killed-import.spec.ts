import type { DataSource } from 'typeorm';
import { identityEntities } from '#identity';
import { enqueue, newId, Transactions } from '#platform';
import { referenceEntities } from '#reference';
import { APPLY_MEMBERS, MemberImportApplying } from '../../../libs/identity/src/import/member-import.applying.js';
import { freshDatabase } from '../../support/database.js';
import { killAtRow, succeed } from '../../support/doom.js';

const ROWS = 2_600;

/** A list of so many new people, read and accepted, whose job waits. Answers with its organization. */
async function acceptedList(database: DataSource): Promise<{ importId: string; organizationId: string }> {
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
    `INSERT INTO member_import (id, organization_id, account_id, file_id, status, rows_total, new_count)
     VALUES ($1, $2, $3, $4, 'APPLYING', $5::int, $5::int)`,
    [importId, organizationId, accountId, fileId, ROWS],
  );
  await database.query(
    `INSERT INTO member_import_row (import_id, number, outcome, organization_id, family_name, given_name, name_keys, person_id, membership_id)
     SELECT $1, i + 1, 'NEW', $2, 'Family' || i, 'Given', ARRAY['family' || i || ' given'], gen_random_uuid(), gen_random_uuid()
     FROM generate_series(1, $3::int) i`,
    [importId, organizationId, ROWS],
  );
  return { importId, organizationId };
}

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
