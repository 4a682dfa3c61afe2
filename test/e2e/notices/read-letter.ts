export interface Letter {
  /** From the envelope. */
  to: string[];
  /** By name in lower case, unfolded and decoded. */
  headers: Record<string, string>;
  text: string;
  html: string;
  /** Null: none came along. */
  calendar: Calendar | null;
  source: string;
}

export interface Calendar {
  method: string;
  events: Record<string, string>[];
}

interface Part {
  headers: Record<string, string>;
  body: string;
}

/** Reads what a mail server was given (RFC 5322, 2045, 2047, 5545), knowing nothing of the library that wrote it. */
export function readLetter(source: string, to: string[] = []): Letter {
  const whole = readPart(source);
  const parts = leavesOf(whole);
  const bodyOf = (type: string) => decoded(parts.find(({ headers }) => headers['content-type']?.startsWith(type)));
  const calendar = bodyOf('text/calendar');
  return {
    to,
    headers: Object.fromEntries(Object.entries(whole.headers).map(([name, value]) => [name, words(value)])),
    text: bodyOf('text/plain').trimEnd(),
    html: bodyOf('text/html').trimEnd(),
    calendar: calendar ? readCalendar(calendar) : null,
    source,
  };
}

function readPart(source: string): Part {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const fields = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((field) => field !== null);
  return {
    headers: Object.fromEntries(fields.map(([, name = '', value = '']) => [name.toLowerCase(), value])),
    body: source.slice(end + 4),
  };
}

function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(part.headers['content-type'] ?? '')?.[1];
  if (!boundary) return [part];
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((piece) => leavesOf(readPart(piece.replace(/^\r\n/, ''))));
}

function decoded(part: Part | undefined): string {
  if (!part) return '';
  const encoding = part.headers['content-transfer-encoding'];
  if (encoding === 'base64') return Buffer.from(part.body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return part.body.replaceAll('\r\n', '\n');
  return bytes(part.body.replaceAll(/=\r\n/g, '')).replaceAll('\r\n', '\n');
}

function bytes(quoted: string): string {
  const raw = quoted.replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(raw, 'latin1').toString('utf8');
}

function words(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : bytes(text.replaceAll('_', ' ')),
    );
}

export function readCalendar(source: string): Calendar {
  const lines = source.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events: Record<string, string>[] = [];
  let method = '';
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (name === 'METHOD') method = value;
    else if (events.length > 0 && name !== 'END') Object.assign(events.at(-1) ?? {}, { [name]: value });
  }
  return { method, events };
}
