/** There is no PostgreSQL to work with. The message is one line that tells a person what to do. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable';
}

export const ELSEWHERE = 'set ODAQ_DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own';

type Trouble = { problem: string; remedy?: string };

const NOT_OURS: Trouble = { problem: 'cannot be written by this user', remedy: 'change its owner' };
const NO_FOLDER: Trouble = { problem: 'is not a folder', remedy: 'move the file that stands in its way' };
const FULL: Trouble = { problem: 'is on a full disk', remedy: 'free some space (about 100 MB)' };

/** By error code: the operating system's, and PostgreSQL's for a full disk. */
const TROUBLES: Record<string, Trouble> = {
  EACCES: NOT_OURS,
  EPERM: NOT_OURS,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  ENOSPC: FULL,
  EDQUOT: FULL,
  '53100': FULL,
  EROFS: { problem: 'is on a read-only disk' },
  // What Node answers when a folder is to be made on a read-only disk.
  ENOENT: { problem: 'cannot be made, perhaps because its disk is read-only' },
};

/** Says in one line why the data folder cannot be used; an error of another kind comes back as it was. */
export function asUnavailable(error: unknown, dataDir: string): unknown {
  const { code = '', syscall = '', message } = error as NodeJS.ErrnoException;
  if (error instanceof PostgresUnavailable) return error;
  if (syscall.startsWith('spawn')) {
    return new PostgresUnavailable(`PostgreSQL could not be run (${message}): ${ELSEWHERE}.`, { cause: error });
  }
  const trouble = TROUBLES[code];
  return trouble ? folderTrouble(dataDir, trouble, error) : error;
}

export function fullDisk(dataDir: string): PostgresUnavailable {
  return folderTrouble(dataDir, FULL);
}

function folderTrouble(dataDir: string, { problem, remedy }: Trouble, cause?: unknown): PostgresUnavailable {
  const ways = remedy ? `${remedy}, or ${ELSEWHERE}` : ELSEWHERE;
  return new PostgresUnavailable(`The data folder ${dataDir} ${problem}: ${ways}.`, { cause });
}
