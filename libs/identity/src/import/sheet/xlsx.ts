import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import type { StoredFile } from '../file/stored-file.js';
import { PackedTexts } from './packed-texts.js';
import { FileFault, type SheetRow, UnreadableFile } from './sheet.js';
import { dateStylesIn, firstSheetIn, sharedTextsIn, sheetRowsIn } from './xlsx-parts.js';

/** Unpacked, in bytes. Texts that cells share are kept in memory, so they are bounded more tightly. */
const MOST_OF = { sheet: 512 * 1024 * 1024, texts: 48 * 1024 * 1024, rest: 4 * 1024 * 1024 };
const MOST_ENTRIES = 1_000;

/**
 * Rows of the first sheet of a workbook. Only the texts that its cells share are held in memory, at most 48 MiB of
 * them; the sheet itself passes through. Each part ends where its header says, so that a bomb of a file does not burst.
 */
export async function* xlsxRows(file: StoredFile): AsyncGenerator<SheetRow[]> {
  try {
    const parts = await openParts(file);
    const { sheetPath, textsPath, countsFrom1904 } = await firstSheetIn(
      await parts.text('xl/workbook.xml'),
      await parts.text('xl/_rels/workbook.xml.rels'),
    );
    const dates = dateStylesIn(await parts.text('xl/styles.xml').catch(() => ''));
    const texts =
      textsPath && parts.has(textsPath)
        ? await sharedTextsIn(parts.stream(textsPath, MOST_OF.texts))
        : new PackedTexts();
    yield* sheetRowsIn(parts.stream(sheetPath, MOST_OF.sheet), { texts, dates, countsFrom1904 });
  } catch (error) {
    throw error instanceof UnreadableFile || isOfDatabase(error) ? error : new UnreadableFile(FileFault.BROKEN);
  }
}

/** What the database says is no fault of the file. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && ('query' in error || /^(file .* has lost|connection|timeout)/i.test(error.message));
}

/** Lets the reader of ZIP archives see the pieces in the database as one file. */
class Pieces extends RandomAccessReader {
  constructor(private readonly file: StoredFile) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.file.bytes(start, end), { objectMode: false });
  }
}

async function openParts(file: StoredFile) {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromRandomAccessReader(
      new Pieces(file),
      file.byteCount,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true },
      (error, opened) => (error ? reject(error) : resolve(opened)),
    ),
  );
  const entries = await entriesOf(zip);

  async function* stream(path: string, most: number): AsyncGenerator<Buffer> {
    const entry = entries.get(path);
    if (!entry) throw new UnreadableFile(FileFault.NOT_A_TABLE);
    if (entry.uncompressedSize > most) throw new UnreadableFile(FileFault.TOO_LARGE_UNPACKED);
    const unpacked = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    yield* unpacked as AsyncIterable<Buffer>;
  }
  async function text(path: string): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of stream(path, MOST_OF.rest)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }
  return { stream, text, has: (path: string) => entries.has(path) };
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new UnreadableFile(FileFault.TOO_LARGE_UNPACKED);
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}
