import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { GatheringClient } from './gathering-client.js';

const LET_IN = Buffer.from('R\0\0\0\b\0\0\0\0Z\0\0\0\x05I');
const ROLLED_BACK = Buffer.from('C\0\0\0\x0dROLLBACK\0Z\0\0\0\x05I');
const REFUSED = Buffer.from('E\0\0\0\x19SERROR\0C53000\0Mfull\0\0Z\0\0\0\x05I');

let server: Server;
let peer: Socket;
let client: GatheringClient;

beforeEach(async () => {
  // A server that lets everybody in, and then says only what it is told to.
  server = createServer((socket) => {
    peer = socket.on('error', () => {}).once('data', () => socket.write(LET_IN));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = new GatheringClient({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, ssl: false });
  client.on('error', () => {});
  Object.assign(client, { pipeline: true });
  await client.connect();
});

afterEach(() => {
  client.connection.stream.destroy();
  server.close();
});

const ask = (name: string) => client.query({ name, text: 'SELECT' } as never);
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** How many messages were in each piece that left. */
function pieces(): number[] {
  const sent: number[] = [];
  client.connection.stream._writev = (chunks, done) => {
    sent.push(chunks.length);
    done();
  };
  return sent;
}

describe('statements that are asked for together', () => {
  it('go out in one piece', async () => {
    const sent = pieces();

    const later = async (name: string) => ask(await name);
    for (const asked of [later('one'), later('other')]) asked.catch(() => {});
    await turn();

    // Each is parsed, bound, described, executed and ended by itself.
    expect(sent).toEqual([10]);
  });
});

describe('a transaction', () => {
  it('begins with its first statements, and nobody waits for that', async () => {
    const sent = pieces();

    await client.query('START TRANSACTION' as never);
    ask('first').catch(() => {});
    await turn();

    expect(sent).toEqual([6]);
  });

  it('that could not begin takes the connection with it, so that nothing more runs outside of it', async () => {
    await client.query('START TRANSACTION' as never);
    const first = ask('first');
    const outcome = expect(first).rejects.toThrow('full');

    peer.write(REFUSED);

    await outcome;
    expect(client.connection.stream.destroyed).toBe(true);
  });

  it('ends in one piece with its last statements, and nothing leaves after that', async () => {
    const sent = pieces();

    ask('last').catch(() => {});
    client.query('COMMIT' as never).catch(() => {});
    const late = expect(ask('late')).rejects.toThrow('after the commit');
    await turn();

    expect(sent).toEqual([6]);
    await late;
  });

  it('that PostgreSQL rolled back instead of committing it ends in an error', async () => {
    const outcome = expect(client.query('COMMIT' as never)).rejects.toThrow('rolled back');

    peer.write(ROLLED_BACK);

    await outcome;
  });
});
