import { deflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { workerDatabase } from '../../support/database.js';
import { newHolder, newOrganization, ownName, type Someone } from '../../support/identity.world.js';
import {
  applyImport,
  beginPut,
  type Content,
  failedRows,
  openImport,
  put,
  readImport,
  rowsOf,
  sendList,
} from '../../support/import.world.js';
import { until } from '../../support/until.js';

let branch: string;
let officer: Someone;

beforeAll(async () => {
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH' });
  officer = await newHolder('ORGANIZATION_OFFICER', branch);
});

const send = (content: Content, more: object = {}) => sendList(officer, branch, content, more);

async function newTicket(): Promise<{ id: string; path: string }> {
  const { data } = await openImport(officer, branch);
  const { memberImport, upload } = data.openMemberImport;
  return { id: memberImport.id, path: upload.path };
}

/** Windows-1251 of capital and small Russian letters. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (sign) => (/[А-я]/.test(sign) ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0))),
  );
}

describe('a file is read', () => {
  it.each([
    ['UTF-8 with its mark, and commas', Buffer.from('\uFEFFФамилия,Имя\nЛесов,Олег')],
    ['windows-1251, and semicolons', windows1251('Фамилия;Имя\r\nЛесов;Олег')],
    ['UTF-16, and tabs', Buffer.from('\uFEFFФамилия\tИмя\nЛесов\tОлег', 'utf16le')],
    ['a file with a title above the header', 'Список членов профсоюза\n\n№,Фамилия,Имя\n1,Лесов,Олег'],
    ['a file with the whole name in one cell', '№;Ф.И.О.\n1;Лесов Олег'],
  ])('in %s', async (_, content) => {
    const read = await send(content);

    expect(read.status).toBe('READY');
    expect(await rowsOf(officer, read.id)).toMatchObject([{ familyName: 'Лесов', givenName: 'Олег' }]);
  });

  it('as a workbook, with days as days and long numbers whole', async () => {
    const day = new Date(Date.UTC(1985, 11, 31));
    const content = await writeExcelFile([
      ['Насаб', 'Ном', 'Санаи таваллуд'].map((value) => ({ value })),
      [{ value: 'Раҳимов' }, { value: '<&> Сино' }, { value: day, type: Date, format: 'dd.mm.yyyy' }],
      [{ value: 'Алиев' }, { value: 'Ба хайр' }, { value: '01.02.1990' }],
    ]).toBuffer();

    const read = await send(content as Buffer);

    expect(await rowsOf(officer, read.id)).toMatchObject([
      { number: 2, familyName: 'Раҳимов', givenName: '<&> Сино', bornOn: '1985-12-31' },
      { number: 3, familyName: 'Алиев', bornOn: '1990-02-01' },
    ]);
  });

  it('by the columns that the officer says, also after it was read otherwise', async () => {
    const { familyName, givenName } = ownName();
    const columns = [
      { number: 1, field: 'GIVEN_NAME' },
      { number: 2, field: 'FAMILY_NAME' },
    ];
    const wrong = await send(`A,B\n${givenName},${familyName}`, { headerRow: 1 });
    expect(wrong).toMatchObject({ status: 'FAILED', failure: { fault: 'NAMES_NOT_FOUND' } });

    const right = await send(`A,B\n${givenName},${familyName}`, { columns, headerRow: 1 });

    expect(await rowsOf(officer, right.id)).toMatchObject([{ familyName, givenName }]);
  });
});

describe('a file is refused, and told why', () => {
  it.each([
    ['nothing in it', '', 'EMPTY'],
    ['a header alone', 'Surname,Name\n', 'EMPTY'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'NOT_A_TABLE'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'OLD_FORMAT'],
    ['a quotation mark that nobody closes', `Surname,Name\n"A,B\n${'x\n'.repeat(60_000)}`, 'QUOTE_NOT_CLOSED'],
  ])('for %s', async (_, content, fault) => {
    const read = await send(content);

    expect(read).toMatchObject({ status: 'FAILED', failure: { __typename: 'FileUnreadable', fault } });
    expect(await applyImport(officer, read.id)).toBeRefusedWith('MemberImportNotReady');
  });

  it('when a workbook was cut off', async () => {
    const rows = Array.from({ length: 50 }, () => Object.values(ownName()).map((value) => ({ value })));
    const whole = (await writeExcelFile([
      ['Surname', 'Name'].map((value) => ({ value })),
      ...rows,
    ]).toBuffer()) as Buffer;

    const read = await send(whole.subarray(0, whole.length - 300));

    expect(read).toMatchObject({ status: 'FAILED', failure: { fault: 'BROKEN' } });
  });

  it('when a workbook of a few bytes would unpack to a gigabyte', async () => {
    expect(await send(bomb(600 * 1024 * 1024, 600 * 1024 * 1024))).toMatchObject({
      status: 'FAILED',
      failure: { fault: 'TOO_LARGE_UNPACKED' },
    });
    // One that lies about its size ends where it says it does.
    expect(await send(bomb(8 * 1024 * 1024, 1_000))).toMatchObject({ status: 'FAILED', failure: { fault: 'BROKEN' } });
  });
});

describe('a ticket', () => {
  it('is good for one file', async () => {
    const { id, path } = await newTicket();

    expect((await put(path, 'Surname,Name\nA,B')).status).toBe(200);
    expect((await put(path, 'Surname,Name\nC,D')).status).toBe(410);
    await until(async () => (await readImport(officer, id)).status === 'READY');
    expect(await rowsOf(officer, id)).toMatchObject([{ familyName: 'A' }]);
  });

  it('of nobody finds nothing, and one that is too old is good for nothing', async () => {
    const { id, path } = await newTicket();
    const database = await workerDatabase();
    await database.query(
      `UPDATE uploaded_file SET expires_at = now() FROM member_import WHERE file_id = uploaded_file.id AND member_import.id = $1`,
      [id],
    );

    expect((await put(path, 'Surname,Name\nA,B')).status).toBe(410);
    expect((await put(`${path}x`, 'Surname,Name\nA,B')).status).toBe(404);
    expect(await readImport(officer, id)).toMatchObject({ status: 'AWAITING_FILE' });
  });

  it('of two who use it at the same time serves one', async () => {
    const { path } = await newTicket();

    const answers = await Promise.all([put(path, 'Surname,Name\nA,B'), put(path, 'Surname,Name\nA,B')]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('is good for another try when the sender broke off, and nothing of the first is kept', async () => {
    const { id, path } = await newTicket();
    const database = await workerDatabase();
    const state = async () => {
      const [row] = await database.query(
        `SELECT taken_at IS NOT NULL AS taken, (SELECT count(*)::int FROM file_chunk WHERE file_chunk.file_id = uploaded_file.id) AS chunks
         FROM uploaded_file JOIN member_import ON member_import.file_id = uploaded_file.id WHERE member_import.id = $1`,
        [id],
      );
      return row;
    };
    const sending = await beginPut(path, Buffer.alloc(300 * 1024, 'x'));
    await until(async () => (await state()).chunks === 1);

    sending.destroy();

    await until(async () => !(await state()).taken);
    expect(await state()).toEqual({ taken: false, chunks: 0 });
    expect((await put(path, 'Surname,Name\nA,B')).status).toBe(200);
  });

  it('takes no file that is too large, and stays good', async () => {
    const { path } = await newTicket();

    const refused = await put(path, Buffer.alloc(50 * 1024 * 1024 + 1)).then(
      ({ status }) => status,
      () => 413,
    );

    expect(refused).toBe(413);
    expect((await put(path, 'Surname,Name\nA,B')).status).toBe(200);
  });

  it('keeps neither names nor numbers of a file in the open', async () => {
    const { id, path } = await newTicket();
    await put(path, 'Surname,Name\nVerysecret,Someone');
    const [chunk] = await (await workerDatabase()).query(
      `SELECT sealed FROM file_chunk JOIN member_import USING (file_id) WHERE member_import.id = $1`,
      [id],
    );

    expect(chunk.sealed.includes('Verysecret')).toBe(false);
  });
});

describe('rows that stay out can be fetched', () => {
  const list = 'Surname,Name,E-mail,Note\nA,B,wrong,=1+1\nC,,,"two ""quotes"""\n';

  it('as CSV, as they were sent, with the reason in the reader’s language and no formula', async () => {
    const { id } = await send(list);

    const { response, again } = await failedRows(officer, id, 'CSV', 'ru');

    expect(response.headers.get('content-disposition')).toBe('attachment; filename="failed-rows.csv"');
    expect((await response.text()).replace('\uFEFF', '').split('\r\n')).toEqual([
      'Surname;Name;E-mail;Note;Причина',
      "A;B;wrong;'=1+1;Это не адрес электронной почты.",
      'C;;;"two ""quotes""";Не указано имя или фамилия.',
      '',
    ]);
    expect((await again()).status).toBe(404);
  });

  it('as a workbook that other programs read', async () => {
    const { id } = await send(list);

    const { response } = await failedRows(officer, id, 'XLSX');

    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows).toEqual([
      ['Surname', 'Name', 'E-mail', 'Note', 'Reason'],
      ['A', 'B', 'wrong', '=1+1', 'This is no e-mail address.'],
      ['C', null, null, 'two "quotes"', 'A name is missing.'],
    ]);
  });
});

/** A workbook whose sheet unpacks to so many bytes and says that it has this size. */
function bomb(bytes: number, told: number): Buffer {
  const parts: [string, Buffer, number][] = [
    ['xl/workbook.xml', Buffer.from('<workbook><sheets><sheet name="1" r:id="r1"/></sheets></workbook>'), -1],
    ['xl/_rels/workbook.xml.rels', Buffer.from('<x><Relationship Id="r1" Target="s.xml" Type="worksheet"/></x>'), -1],
    ['xl/s.xml', Buffer.alloc(bytes, ' '), told],
  ];
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content, size] of parts) {
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size < 0 ? content.length : size, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
