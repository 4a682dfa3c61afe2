import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * One kept-alive HTTP connection that sends one request after the other. Barer than any HTTP client, because what the
 * load generator spends is taken from those it measures. Answers are `{ status, body }`, the body as bytes.
 */
export function openConnection({ hostname, port }) {
  let received = Buffer.alloc(0);
  let waiting = null;
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const settle = (outcome, value) => {
    const { [outcome]: tell } = waiting ?? {};
    waiting = null;
    tell?.(value);
  };
  socket.on('data', (chunk) => {
    received = received.length > 0 ? Buffer.concat([received, chunk]) : chunk;
    try {
      const answer = wholeAnswer(received);
      if (!answer) return;
      received = Buffer.alloc(0);
      settle('resolve', answer);
    } catch (error) {
      settle('reject', error);
    }
  });
  socket.on('error', (error) => settle('reject', error));
  socket.on('close', () => settle('reject', new Error('the server closed the connection')));
  return {
    send: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(bytes);
      }),
    close: () => socket.destroy(),
  };
}

/** Null while some of it is still on its way. */
function wholeAnswer(received) {
  const end = received.indexOf(END_OF_HEAD);
  if (end === -1) return null;
  const head = received.latin1Slice(0, end);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  const status = Number(head.slice(9, 12));
  if (status === 304) return { status, body: Buffer.alloc(0) };
  if (length === undefined) throw new Error(`an answer without a length cannot be measured:\n${head}`);
  const start = end + END_OF_HEAD.length;
  if (received.length < start + Number(length)) return null;
  return { status, body: received.subarray(start, start + Number(length)) };
}

/** A request as bytes. */
export function asBytes({ host }, { method = 'GET', path, headers = {}, body = '' }) {
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`);
}
