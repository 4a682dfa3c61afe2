import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second, whatever its own clock. */
const MS_PER_TICK = 10;

/** Milliseconds of processor time that a process took so far; null where there is no /proc. */
export function cpuOf(pid) {
  const stat = statOf(pid);
  return stat && stat.own * MS_PER_TICK;
}

/** The same of PostgreSQL: its postmaster, all that it started, and those of them that have ended. */
export function cpuOfPostgres(postmaster) {
  const root = statOf(postmaster);
  if (!root) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.parent === postmaster);
  return children.reduce((sum, { own }) => sum + own, root.own + root.ended) * MS_PER_TICK;
}

/** The process that this one was started by; null where there is no /proc. */
export function parentOf(pid) {
  return statOf(pid)?.parent ?? null;
}

/** Resident memory in MiB; null where there is no /proc. */
export function memoryOf(pid) {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}

/** Ticks of the process itself and of its children that have ended. Null: it is gone, or there is no /proc. */
function statOf(pid) {
  const text = read(`/proc/${pid}/stat`);
  if (!text) return null;
  // The name in parentheses may hold spaces; what follows it does not.
  const [, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [user, system, endedUser, endedSystem] = rest.slice(9, 13).map(Number);
  return { parent: Number(parent), own: user + system, ended: endedUser + endedSystem };
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
