import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { myPlace } from '../../support/place.js';
import { startServer } from '../../support/server.js';

describe('two nodes', () => {
  it('that start at once on an empty database migrate it once, and both answer', async () => {
    const url = new URL((await myPlace()).databaseUrl);
    const name = `${url.pathname.slice(1)}_empty`;
    await (await workerDatabase()).query(`CREATE DATABASE ${name}`);
    const databaseUrl = Object.assign(url, { pathname: `/${name}` }).href;

    const nodes = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
    const answers = await Promise.all(nodes.map((node) => client.at(node.url).send('{ countries { code } }')));

    for (const answer of answers) expect(answer).toSucceed();
    expect(answers[0]?.data).toEqual(answers[1]?.data);
    for (const node of nodes) expect(await node.kill()).toBe(0);
    await (await workerDatabase()).query(`DROP DATABASE ${name}`);
  });
});
