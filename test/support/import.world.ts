import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import { type Asker, client } from './client.js';
import { act } from './identity.world.js';
import { myPlace } from './place.js';
import { until } from './until.js';

const COLUMNS = 'columns { number header field }';
export const LIST = `id status ${COLUMNS} rowsDone rowsTotal counts { new match duplicate error } peopleAdded
  membershipsAdded membershipsKept appliedAt undoableUntil failure { __typename fault message }`;
const OPEN = `memberImport { ${LIST} } upload { path expiresAt }`;
const ROW = `number outcome familyName givenName patronymic bornOn email startedOn organization { id } knownPerson { id }
  namesInOtherScript { familyName givenName patronymic } problems { fault column repeatsRow message }`;

export type Content = string | Buffer;

export function openImport(who: Asker, organizationId: string, more: object = {}) {
  return act(who, 'openMemberImport', { organizationId, ...more }, OPEN);
}

/** Sends a file to where a ticket says. */
export async function put(path: string, content: Content, headers: Record<string, string> = {}): Promise<Response> {
  const { serverUrl } = await myPlace();
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return fetch(`${serverUrl}${path}`, { method: 'PUT', body, headers });
}

/** Begins to send a file and leaves the rest to the test. */
export async function beginPut(path: string, start: Content): Promise<ClientRequest> {
  const { serverUrl } = await myPlace();
  const sending = request(`${serverUrl}${path}`, { method: 'PUT', headers: { 'content-length': '1000000' } });
  sending.on('error', () => {});
  sending.write(start);
  await once(sending, 'socket');
  return sending;
}

/** A list that was sent and read; answers as the officer sees it. */
export async function sendList(who: Asker, organizationId: string, content: Content, more: object = {}) {
  const opened = await openImport(who, organizationId, more);
  const { memberImport, upload } = opened.data.openMemberImport;
  const sent = await put(upload.path, content);
  if (sent.status !== 200) throw new Error(`the file was refused: ${await sent.text()}`);
  return settled(who, memberImport.id, ['READY', 'FAILED']);
}

/** The import once it has come to one of these stages. */
export async function settled(who: Asker, importId: string, stages: readonly string[]) {
  await until(async () => stages.includes((await readImport(who, importId)).status), 50);
  return readImport(who, importId);
}

export async function readImport(who: Asker, id: string, language = 'en') {
  const { data } = await client
    .as(who)
    .send(`query ($id: ID!) { memberImport(id: $id) { ${LIST} } }`, { id }, { 'accept-language': language });
  return data.memberImport;
}

export async function rowsOf(
  who: Asker,
  id: string,
  { outcomes, language = 'en' }: { outcomes?: string[]; language?: string } = {},
) {
  const { data } = await client.as(who).send(
    `query ($id: ID!, $outcomes: [RowOutcome!]) {
       memberImport(id: $id) { rows(first: 100, outcomes: $outcomes) { totalCount edges { node { ${ROW} } } } } }`,
    { id, outcomes },
    { 'accept-language': language },
  );
  return data.memberImport.rows.edges.map(({ node }: { node: object }) => node);
}

export function applyImport(who: Asker, importId: string, more: object = {}, headers: Record<string, string> = {}) {
  return act(who, 'importMembers', { importId, ...more }, `memberImport { ${LIST} }`, headers);
}

export function undoImport(who: Asker, importId: string) {
  return act(who, 'undoMemberImport', { importId }, `memberImport { ${LIST} }`);
}

/** A list that was sent and applied. */
export async function importList(who: Asker, organizationId: string, content: Content, more: object = {}) {
  const { id } = await sendList(who, organizationId, content, more);
  const answer = await applyImport(who, id);
  expect(answer).toSucceed();
  return settled(who, id, ['APPLIED']);
}

/** The rows of a file of failed rows, as text; fetched by its ticket. */
export async function failedRows(who: Asker, importId: string, format: 'CSV' | 'XLSX', language = 'en') {
  const headers = { 'accept-language': language };
  const answer = await act(who, 'exportFailedRows', { importId, format }, 'download { path }', headers);
  const path: string = answer.data.exportFailedRows.download.path;
  const { serverUrl } = await myPlace();
  return { path, response: await fetch(`${serverUrl}${path}`), again: () => fetch(`${serverUrl}${path}`) };
}

/** Waits until a file that names people was read. */
export async function settledFile(who: Asker, id: string): Promise<void> {
  await until(async () => {
    const { data } = await client.as(who).send('query ($id: ID!) { nominationFile(id: $id) { status } }', { id });
    return data.nominationFile.status !== 'AWAITING_FILE';
  }, 50);
}
