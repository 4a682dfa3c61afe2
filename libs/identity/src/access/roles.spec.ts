import { EVERYBODY, PERMISSIONS, Role, rolesWith } from './roles.js';

const roles = Object.values(Role);

describe('a role', () => {
  it.each(roles)('can be given by a federation, which holds all that it allows: %s', (role) => {
    const missing = PERMISSIONS[role].filter((permission) => !PERMISSIONS.FEDERATION_ADMIN.includes(permission));
    expect(missing).toEqual([]);
  });

  it.each(roles)('allows nothing twice, and nothing that everybody may do: %s', (role) => {
    expect(new Set(PERMISSIONS[role]).size).toBe(PERMISSIONS[role].length);
    expect(PERMISSIONS[role].filter((permission) => EVERYBODY.includes(permission))).toEqual([]);
  });

  it('that keeps members does not read their numbers whole, and one that reads them keeps no members', () => {
    expect(rolesWith('person.read-national-number')).toEqual(['FEDERATION_ADMIN', 'PERSONAL_DATA_OFFICER']);
    expect(rolesWith('member.manage')).toEqual(['FEDERATION_ADMIN', 'ORGANIZATION_OFFICER']);
  });
});
