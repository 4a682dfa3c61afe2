import { once } from 'node:events';
import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whenCalm } from './when-calm.js';

describe('work that nobody waits for', () => {
  it('begins at once while few wait, and not before most of many have their answers', async () => {
    const answers: ServerResponse[] = [];
    const server = createServer((_, response) => answers.push(response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await whenCalm();

    const asked = Array.from({ length: 5 }, () => once(get({ port, host: '127.0.0.1', agent: false }), 'response'));
    while (answers.length < 5) await new Promise((resolve) => setImmediate(resolve));
    let hasBegun = false;
    const begun = whenCalm().then(() => {
      hasBegun = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(hasBegun).toBe(false);

    answers[0]?.end();
    await begun;
    expect(answers.filter(({ writableEnded }) => writableEnded)).toHaveLength(1);

    for (const answer of answers) answer.end();
    await Promise.all(asked);
    server.close();
    server.closeAllConnections();
  });

  it('goes on now and then however many wait', async () => {
    const answers: ServerResponse[] = [];
    const server = createServer((_, response) => answers.push(response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const requests = Array.from({ length: 5 }, () => get({ port, host: '127.0.0.1', agent: false }));
    for (const request of requests) request.on('error', () => {});
    while (answers.length < 5) await new Promise((resolve) => setImmediate(resolve));

    await whenCalm();

    expect(answers.some(({ writableEnded }) => writableEnded)).toBe(false);
    server.close();
    server.closeAllConnections();
  });
});
