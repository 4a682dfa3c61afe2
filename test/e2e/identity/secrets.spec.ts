import { client } from '../../support/client.js';
import { newEmail, PASSWORD, signIn, signUp } from '../../support/identity.world.js';
import { myPlace } from '../../support/place.js';
import { startServer } from '../../support/server.js';

describe('the log of a server that says all it can', () => {
  it('holds no password and no token, whatever went well or wrong', async () => {
    const { databaseUrl } = await myPlace();
    const server = await startServer({ databaseUrl, env: { ODAQ_LOG_LEVEL: 'debug' } });
    const at = client.at(server.url);
    const email = newEmail();

    const { data } = await signUp({ email }, {}, at);
    const token = data.signUp.token as string;
    await signUp({ email }, {}, at);
    await signUp({ email: 'nobody', password: PASSWORD }, {}, at);
    await signIn(email, 'wrong password', {}, at);
    await signIn(`${email}\u0000`, PASSWORD, {}, at);
    await at.send(`mutation { signIn(input: { email: 1, password: "${PASSWORD}" }) { token } }`);
    await at.as({ token }).send('{ viewer { nothing } }');
    await at.post(`{"query": "${PASSWORD} ${token}`);
    await at.as({ token }).send('mutation { signOut { signedOutAt errors { __typename } } }');
    await server.kill();

    expect(server.output()).toContain('Odaq listens at');
    for (const secret of [PASSWORD, 'wrong password', token]) expect(server.output()).not.toContain(secret);
  });
});
