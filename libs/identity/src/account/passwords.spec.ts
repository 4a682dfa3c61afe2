import { jest } from '@jest/globals';

const argon2 = await import('@node-rs/argon2');
const verify = jest.fn(argon2.verify);
jest.unstable_mockModule('@node-rs/argon2', () => ({ ...argon2, verify }));
const { hashPassword, isPassword } = await import('./passwords.js');

describe('a password', () => {
  beforeEach(() => verify.mockClear());

  it('costs one verification, whether it is right, wrong, or of nobody', async () => {
    const passwordHash = await hashPassword('right horse battery');

    expect(await isPassword('right horse battery', passwordHash)).toBe(true);
    expect(await isPassword('wrong horse battery', passwordHash)).toBe(false);
    expect(await isPassword('right horse battery', null)).toBe(false);

    const costs = verify.mock.calls.map(([hash]) => /^\$argon2id\$v=19\$([^$]+)\$/.exec(String(hash))?.[1]);
    expect(costs).toEqual(['m=19456,t=2,p=1', 'm=19456,t=2,p=1', 'm=19456,t=2,p=1']);
  });

  it('of nobody is never right, not even the one behind it', async () => {
    expect(await isPassword('nobody has this password', null)).toBe(false);
  });
});
