import { createHash, randomBytes, randomInt } from 'node:crypto';
import { newId } from '../../libs/platform/src/ids.js';
import { type Answer, type Asker, client } from './client.js';
import { workerDatabase } from './database.js';
import { newcomersTold } from './told.js';

export interface Someone {
  token: string;
  accountId: string;
  personId: string;
  signInId: string;
  email: string;
}

export interface NewcomerWish {
  email?: string;
  password?: string;
  familyName?: string;
  givenName?: string;
  patronymic?: string | null;
}

export interface GrantWish {
  scope?: 'SELF' | 'SUBTREE';
  /** SQL of a moment, for example `now() - interval '1 day'`. */
  validFrom?: string;
  validTo?: string;
}

export interface OrganizationWish {
  kind?: string;
  countryCode?: string;
  defaultLocale?: string;
  names?: Record<string, string>;
  sectoralParentId?: string | null;
  territorialParentId?: string | null;
  sectorCodes?: string[];
}

/** A mailbox nobody else has. */
export function newEmail(): string {
  return `person-${randomBytes(8).toString('hex')}@odaq.example`;
}

/** Writes an organization and its place in the tree; by default a primary organization that stands alone. */
export async function newOrganization(wish: OrganizationWish = {}): Promise<string> {
  const database = await workerDatabase();
  const id = newId();
  const { kind = 'PRIMARY_ORGANIZATION', countryCode = 'KZ', defaultLocale = 'kk', names } = wish;
  const { sectoralParentId = null, territorialParentId = null, sectorCodes = [] } = wish;
  await database.query(
    `INSERT INTO organization (id, kind, country_code, time_zone, default_locale, sectoral_parent_id, territorial_parent_id)
     VALUES ($1, $2, $3, 'Asia/Almaty', $4, $5, $6)`,
    [id, kind, countryCode, defaultLocale, sectoralParentId, territorialParentId],
  );
  await database.query(
    'INSERT INTO organization_name (organization_id, locale, name) SELECT $1, * FROM json_each_text($2::json)',
    [id, JSON.stringify(names ?? { [defaultLocale]: `Organization ${id.slice(-6)}` })],
  );
  await database.query('INSERT INTO organization_sector (organization_id, sector_code) SELECT $1, unnest($2::text[])', [
    id,
    sectorCodes,
  ]);
  await database.query(
    `INSERT INTO organization_closure (ancestor_id, descendant_id) SELECT $1::uuid, $1::uuid
     UNION SELECT ancestor_id, $1::uuid FROM organization_closure WHERE descendant_id IN ($2, $3)`,
    [id, sectoralParentId, territorialParentId],
  );
  return id;
}

/** Somebody with an account who is signed in; cannot sign in again, for there is no password. */
export async function newSomeone(wish: Omit<NewcomerWish, 'password'> = {}): Promise<Someone> {
  const database = await workerDatabase();
  const [personId, accountId] = [newId(), newId()];
  const { email = newEmail(), familyName = 'Yusupova', givenName = 'Gulnora', patronymic = null } = wish;
  await database.query('INSERT INTO person (id, family_name, given_name, patronymic) VALUES ($1, $2, $3, $4)', [
    personId,
    familyName,
    givenName,
    patronymic,
  ]);
  await database.query(`INSERT INTO account (id, person_id, email, password_hash) VALUES ($1, $2, $3, 'none')`, [
    accountId,
    personId,
    email,
  ]);
  return { accountId, personId, email, ...(await newSignIn(accountId)) };
}

/** Somebody without an account; answers with the id. */
export async function newPerson({ familyName = 'Omarov', givenName = 'Daniyar' } = {}): Promise<string> {
  const id = newId();
  await (await workerDatabase()).query('INSERT INTO person (id, family_name, given_name) VALUES ($1, $2, $3)', [
    id,
    familyName,
    givenName,
  ]);
  return id;
}

/** A name nobody else has, in Latin letters. */
export function ownName(): { familyName: string; givenName: string } {
  const letters = (count: number) =>
    Array.from(randomBytes(count), (byte) => `${'bdfglmnprstvz'[byte % 13]}${'aou'[byte % 3]}`).join('');
  const name = () => letters(6).replace(/^./, (first) => first.toUpperCase());
  return { familyName: name(), givenName: name() };
}

/** A made-up personal number of Kazakhstan that tells this birth date. */
export function kazakhNumber(bornOn: string): string {
  for (;;) {
    const tail = String(randomInt(100_000)).padStart(5, '0');
    const digits = [...`${bornOn.slice(2).replaceAll('-', '')}${tail}`].map(Number);
    const rest = (from: number) =>
      digits.reduce((sum, digit, place) => sum + digit * (((place + from - 1) % 11) + 1), 0) % 11;
    const check = rest(1) === 10 ? rest(3) : rest(1);
    if (check < 10) return [...digits, check].join('');
  }
}

/** A member of an organization since last year: a new person, or this one; answers with the person’s id. */
export async function newMember(organizationId: string, personId: string | null = null): Promise<string> {
  const database = await workerDatabase();
  const id = personId ?? (await newPerson());
  await database.query(
    `INSERT INTO membership (id, organization_id, person_id, started_on) VALUES ($1, $2, $3, current_date - 365)`,
    [newId(), organizationId, id],
  );
  return id;
}

/** One more token of an account; by default good for a day. */
export async function newSignIn(
  accountId: string,
  life = `interval '1 day'`,
): Promise<{ token: string; signInId: string }> {
  const database = await workerDatabase();
  const [signInId, token] = [newId(), randomBytes(32).toString('base64url')];
  await database.query(
    `INSERT INTO sign_in (id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + ${life})`,
    [signInId, accountId, createHash('sha256').update(token).digest()],
  );
  return { token, signInId };
}

/** Gives a role from the console of the machine; answers with the id of the grant. */
export async function give(
  who: { accountId: string },
  role: string,
  organizationId: string,
  { scope = 'SUBTREE', validFrom = 'now()', validTo = 'NULL' }: GrantWish = {},
): Promise<string> {
  const database = await workerDatabase();
  const id = newId();
  await database.query(
    `INSERT INTO role_grant (id, account_id, organization_id, role, scope, valid_from, valid_to)
     VALUES ($1, $2, $3, $4, $5, ${validFrom}, ${validTo})`,
    [id, who.accountId, organizationId, role, scope],
  );
  return id;
}

/** Somebody signed in who holds this role there. */
export async function newHolder(role: string, organizationId: string, grant?: GrantWish): Promise<Someone> {
  const someone = await newSomeone();
  await give(someone, role, organizationId, grant);
  return someone;
}

const VIEWER = 'viewer { accountId email person { id familyName givenName patronymic fullName } }';
const REASONS = 'errors { __typename ... on UserError { message path } }';

export const PASSWORD = 'right horse battery';

export function signUp(wish: NewcomerWish, headers: Record<string, string> = {}, at = client): Promise<Answer> {
  const input = { email: newEmail(), password: PASSWORD, familyName: 'Yusupova', givenName: 'Gulnora', ...wish };
  return at.send(
    `mutation ($input: SignUpInput!) { signUp(input: $input) { token expiresAt ${VIEWER} ${REASONS} } }`,
    { input },
    headers,
  );
}

export function signIn(email: string, password: string, headers: Record<string, string> = {}, at = client) {
  return at.send(
    `mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt ${VIEWER} ${REASONS} } }`,
    { input: { email, password } },
    headers,
  );
}

/** Sends one mutation with an input; `fields` are what is asked of its payload. */
export function act(
  who: Asker,
  mutation: string,
  input: object,
  fields: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return client
    .as(who)
    .send(`mutation ($input: ${Input}!) { ${mutation}(input: $input) { ${fields} ${REASONS} } }`, { input }, headers);
}

/** Who the server takes the token for; null: nobody. */
export async function viewerOf(token: string): Promise<{ accountId: string } | null> {
  const { data } = await client.as({ token }).send('{ viewer { accountId } }');
  return data.viewer;
}

/** Attempts are limited per address, and all specs call from the same one. */
export async function forgetAttempts(): Promise<void> {
  await (await workerDatabase()).query('DELETE FROM attempt');
}

/** Tables that are written at any time: attempts to sign in, whoever makes them, and leases of workers. */
export const BY_ITSELF = ['attempt', 'job_worker'];

/** How many rows each table has, so that a refusal can be shown to write nothing at all. */
export async function rowCounts(): Promise<Record<string, number>> {
  await newcomersTold();
  const database = await workerDatabase();
  const tables: { name: string }[] = await database.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`,
    [BY_ITSELF],
  );
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS count FROM "${name}"`);
  const rows: { name: string; count: number }[] = await database.query(counts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** What was written between two counts, by table. */
export function written(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const changed = Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)] as const);
  return Object.fromEntries(changed.filter(([, more]) => more !== 0));
}
