import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const made: string[] = [];

afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true });
});

/** Writes files into an empty folder, runs a tool of ours there, and answers with what it printed as JSON. */
export async function judge(files: Record<string, string>, tool: string, args: string[]): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'odaq-made-up-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const output = await new Promise<string>((done) => {
    // A tool that found something ends with a code of its own; what it found stands in its output.
    execFile(resolve('node_modules/.bin', tool), args, { cwd: folder }, (_error, stdout) => done(stdout));
  });
  return JSON.parse(output);
}
