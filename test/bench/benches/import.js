import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../ground/usage.js';

const ROWS = 100_000;
/** Of one alone nothing follows: it went from 8,000 to 15,000 rows a second between runs. */
const COPIES = 3;
const OPEN = `mutation ($input: OpenMemberImportInput!) { openMemberImport(input: $input) { memberImport { id } upload { path } } }`;
const APPLY = `mutation ($input: ImportMembersInput!) { importMembers(input: $input) { errors { ... on UserError { message } } } }`;
const LIST = `query ($id: ID!) { memberImport(id: $id) { status rowsDone peopleAdded counts { new match duplicate error } } }`;

/** What an import writes for good, in the order in which it can be written. */
const TABLES = {
  person: 'id, family_name, given_name, patronymic, born_on, email, name_keys',
  national_number: 'id, person_id, type, country_code, sealed, key_version, look_up',
  membership: 'id, organization_id, person_id, started_on, added_by_account_id',
};

/** Members from a file, against plain COPY of the same rows into the same tables with all their indexes and triggers. */
export const importMembers = {
  name: 'import',
  does: `${ROWS.toLocaleString('en')} members from CSV: sent, read, matched, applied; the limit is COPY of the rows that came of it.`,
  writes: true,
  async run(ground, { say }) {
    const { url, pid } = await ground.ours();
    const organizationId = await newOrganization(ground);
    const ask = asker(url, ground.world.persons[0].token);
    const file = csv();
    say(`import: ${(file.length / 2 ** 20).toFixed(1)} MiB of CSV written`);

    const memory = watchMemory(pid);
    const sent = performance.now();
    const { memberImport, upload } = (await ask(OPEN, { input: { organizationId } })).openMemberImport;
    const answer = await fetch(url + upload.path, { method: 'PUT', body: file });
    if (answer.status !== 200) throw new Error(await answer.text());
    await stage(ask, memberImport.id, 'READY');
    const read = performance.now();
    say('import: read');
    const { errors } = (await ask(APPLY, { input: { importId: memberImport.id } })).importMembers;
    if (errors.length > 0) throw new Error(errors[0].message);
    const list = await stage(ask, memberImport.id, 'APPLIED');
    const applied = performance.now();
    say('import: applied');
    if (list.peopleAdded !== ROWS) throw new Error(`import: ${JSON.stringify(list)}`);

    const { start, thirds } = memory.end();
    const copied = await copyTime(ground, organizationId);
    const text = [
      this.does,
      line('COPY of the same rows', copied, copied),
      line('ours, from PUT to the last member', applied - sent, copied),
      line('  of which reading and matching', read - sent, copied),
      line('  of which applying', applied - read, copied),
      `memory of the server: ${Math.round(start)} MiB before; at most ${thirds.map(Math.round).join(', ')} MiB in each third of the time`,
    ].join('\n');
    const perSecond = (milliseconds) => (1_000 * ROWS) / milliseconds;
    const ours = { name: 'Odaq', perSecond: perSecond(applied - sent), memory: Math.max(...thirds) };
    return { text, sides: [{ name: 'COPY', perSecond: perSecond(copied) }, ours] };
  },
};

function line(what, milliseconds, copied) {
  const seconds = (milliseconds / 1_000).toFixed(1).padStart(7);
  const rate = Math.round((1_000 * ROWS) / milliseconds).toLocaleString('en');
  return `${what.padEnd(36)} ${seconds} s  ${rate.padStart(8)} rows/s  ${(copied / milliseconds).toFixed(2)} of the limit`;
}

async function newOrganization({ client, world }) {
  const id = randomUUID();
  await client.query(
    `INSERT INTO organization (id, kind, country_code, time_zone, default_locale) VALUES ($1, 'PRIMARY_ORGANIZATION', 'KZ', 'Asia/Almaty', 'kk')`,
    [id],
  );
  await client.query('INSERT INTO organization_closure (ancestor_id, descendant_id) VALUES ($1, $1)', [id]);
  await client.query('INSERT INTO organization_name (organization_id, locale, name) VALUES ($1, $2, $3)', [
    id,
    'kk',
    'Import',
  ]);
  await client.query(
    `INSERT INTO role_grant (id, account_id, organization_id, role, scope, valid_from)
     VALUES ($1, $2, $3, 'ORGANIZATION_OFFICER', 'SUBTREE', now())`,
    [randomUUID(), world.persons[0].accountId, id],
  );
  return id;
}

function asker(url, token) {
  return async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  };
}

async function stage(ask, id, wanted) {
  for (;;) {
    const { memberImport } = await ask(LIST, { id });
    if (memberImport.status === wanted) return memberImport;
    if (memberImport.status === 'FAILED') throw new Error('import: the file was not read');
    await pause(50);
  }
}

/** A process takes what it works with in the first seconds; what counts is whether it takes more the longer the list is. */
function watchMemory(pid) {
  const start = memoryOf(pid);
  const seen = [];
  const timer = setInterval(() => seen.push(memoryOf(pid) ?? 0), 50);
  return {
    end: () => {
      clearInterval(timer);
      const third = Math.ceil(seen.length / 3);
      return { start, thirds: [0, 1, 2].map((part) => Math.max(...seen.slice(part * third, (part + 1) * third))) };
    },
  };
}

const FAMILIES = ['Ахмет', 'Байжан', 'Сулеймен', 'Нұрлан', 'Ибраһим', 'Қасым', 'Оразбай', 'Тұрсын', 'Жұмабай', 'Серік'];
const PATRONYMICS = ['Мар', 'Бол', 'Сер', 'Ерл', 'Асқ', 'Нұр', 'Қай', 'Тал', 'Бау', 'Дәу'].map(
  (start) => `${start}атұлы`,
);
const GIVEN = ['Айгүл', 'Данияр', 'Гүлнар', 'Ержан', 'Марат', 'Сәуле', 'Тимур', 'Жанна', 'Асқар', 'Динара'];

/** A thousand families, ten given names and ten names of fathers: as in life, ten people share the first two. */
function csv() {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const day = new Date(Date.UTC(1960, 0, 1 + (i % 14_000))).toISOString().slice(0, 10);
    const family = `${FAMILIES[i % 10]}${syllables(i)}ов`;
    const [given, patronymic] = [GIVEN[Math.floor(i / 1_000) % 10], PATRONYMICS[Math.floor(i / 10_000) % 10]];
    return `${family};${given};${patronymic};${day};${iin(day, i)};member-${i}@bench.example`;
  });
  return `Тегі;Аты;Әкесінің аты;Туған күні;ЖСН;E-mail\n${rows.join('\n')}\n`;
}

function syllables(number) {
  const letters = ['ба', 'ге', 'ди', 'жо', 'ку', 'ла', 'ме', 'ни', 'по', 'ру'];
  return Array.from(String(number % 1_000), (digit) => letters[Number(digit)]).join('');
}

/** A made-up personal number of Kazakhstan; the next serial number where there is none with a check digit. */
function iin(day, serial) {
  for (let tail = serial % 100_000; ; tail += 1) {
    const digits = [...`${day.slice(2).replaceAll('-', '')}${String(tail % 100_000).padStart(5, '0')}`].map(Number);
    const rest = (from) => digits.reduce((sum, digit, place) => sum + digit * (((place + from - 1) % 11) + 1), 0) % 11;
    const check = rest(1) === 10 ? rest(3) : rest(1);
    if (check < 10) return [...digits, check].join('');
  }
}

/** Milliseconds of COPY, out of files that the server itself reads: the middle one of some tries. */
async function copyTime({ client }, organizationId) {
  const base = join(tmpdir(), `odaq-bench-copy-${randomBytes(6).toString('hex')}`);
  const files = Object.keys(TABLES).map((table) => ({ table, file: `${base}-${table}` }));
  const theirs = `(SELECT person_id FROM membership WHERE organization_id = '${organizationId}')`;
  const whose = {
    person: `id IN ${theirs}`,
    national_number: `person_id IN ${theirs}`,
    membership: `organization_id = '${organizationId}'`,
  };
  await client.query('SET statement_timeout = 0');
  for (const { table, file } of files) {
    await client.query(`COPY (SELECT ${TABLES[table]} FROM ${table} WHERE ${whose[table]}) TO '${file}'`);
  }
  const times = [];
  while (times.length < COPIES) {
    await takeOut(client, organizationId);
    const started = performance.now();
    await client.query('BEGIN');
    for (const { table, file } of files) await client.query(`COPY ${table} (${TABLES[table]}) FROM '${file}'`);
    await client.query('COMMIT');
    times.push(performance.now() - started);
  }
  for (const { file } of files) await rm(file, { force: true });
  return times.sort((one, other) => one - other)[Math.floor(COPIES / 2)];
}

/** What came in goes out again, and leaves nothing to be cleared away by who comes next. */
async function takeOut(client, organizationId) {
  await client.query('DROP TABLE IF EXISTS gone');
  await client.query(
    `CREATE TEMP TABLE gone AS SELECT person_id FROM membership WHERE organization_id = '${organizationId}'`,
  );
  await client.query(`DELETE FROM membership WHERE organization_id = '${organizationId}'`);
  await client.query('DELETE FROM national_number WHERE person_id IN (SELECT person_id FROM gone)');
  await client.query('DELETE FROM person WHERE id IN (SELECT person_id FROM gone)');
  await client.query('VACUUM person, national_number, membership');
  await client.query('CHECKPOINT');
}
