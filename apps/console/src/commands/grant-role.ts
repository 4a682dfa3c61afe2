import { Account, GrantScope, insertGrant, Role } from '#identity';
import { recordActs } from '#platform';
import type { Command } from './command.js';
import { CommandRefused, oneOf } from './refused.js';
import { withDatabase } from './with-database.js';

export const grantRole: Command = {
  does: 'gives an account a role in an organization: --email --role --organization ID [--scope SELF|SUBTREE]',
  options: {
    email: { type: 'string' },
    role: { type: 'string' },
    organization: { type: 'string' },
    scope: { type: 'string', default: GrantScope.SELF },
  },
  run: async (options) => {
    const role = oneOf('role', options.role, Role);
    const scope = oneOf('scope', options.scope, GrantScope);
    const [email, organizationId] = [String(options.email).trim().toLowerCase(), String(options.organization)];
    await withDatabase(({ database }) =>
      database.transaction(async (tx) => {
        const account = await tx.findOne(Account, { where: { email } });
        if (!account) throw new CommandRefused(`--email ${email}: nobody has an account with it; sign up first.`);
        const known = await tx.query('SELECT 1 FROM organization WHERE id::text = $1', [organizationId]);
        if (known.length === 0)
          throw new CommandRefused(`--organization ${organizationId}: there is none with this id.`);
        const grant = await insertGrant(tx, { accountId: account.id, organizationId, role, scope });
        await recordActs(tx, [
          { accountId: null, act: { name: 'grantRole', details: { role, scope } }, subject: grant },
        ]);
      }),
    );
    console.log(`${email} is ${role} now (${scope}).`);
    return 0;
  },
};
