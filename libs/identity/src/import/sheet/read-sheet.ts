import type { StoredFile } from '../file/stored-file.js';
import { csvRows } from './csv.js';
import { FileFault, type Sheet, UnreadableFile } from './sheet.js';
import { xlsxRows } from './xlsx.js';

const ZIP = '504b0304';
const EMPTY_ZIP = '504b0506';
/** Of Office before 2007; files with a password wear it too. */
const OLD_OFFICE = 'd0cf11e0';

/** The rows of a file, whatever it is; its name does not matter. Reading it throws UnreadableFile. */
export async function readSheet(file: StoredFile): Promise<Sheet> {
  const head = await start(file);
  if (head === '') throw new UnreadableFile(FileFault.EMPTY);
  if (head === OLD_OFFICE) throw new UnreadableFile(FileFault.OLD_FORMAT);
  return head === ZIP || head === EMPTY_ZIP ? xlsxRows(file) : csvRows(file);
}

async function start(file: StoredFile): Promise<string> {
  for await (const bytes of file.bytes(0, Math.min(4, file.byteCount))) return bytes.toString('hex');
  return '';
}
