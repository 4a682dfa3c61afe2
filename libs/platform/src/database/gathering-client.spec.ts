import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { GatheringClient } from './gathering-client.js';

describe('statements that are asked for together', () => {
  it('go out in one piece', async () => {
    // A server that lets everybody in, and never answers.
    const server = createServer((peer) =>
      peer.on('error', () => {}).once('data', () => peer.write(Buffer.from('R\0\0\0\b\0\0\0\0Z\0\0\0\x05I'))),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = new GatheringClient({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, ssl: false });
    client.on('error', () => {});
    Object.assign(client, { pipeline: true });
    await client.connect();
    const { stream } = client.connection;
    const sent: number[] = [];
    stream._writev = (chunks, done) => {
      sent.push(chunks.length);
      done();
    };

    const ask = async (name: string) => client.query({ name: await name, text: 'SELECT' } as never) as Promise<unknown>;
    for (const asked of [ask('one'), ask('other')]) asked.catch(() => {});
    await new Promise((resolve) => setImmediate(resolve));

    // Each is parsed, bound, described, executed and ended by itself.
    expect(sent).toEqual([10]);
    stream.destroy();
    server.close();
  });
});
