import { insertOrganization, OrganizationKind } from '#identity';
import { canonicalLocale, recordActs } from '#platform';
import type { Command } from './command.js';
import { CommandRefused, oneOf } from './refused.js';
import { withDatabase } from './with-database.js';

export const createOrganization: Command = {
  does: 'makes the first organization: --kind --country KZ --time-zone Asia/Almaty --locale kk --name "…"',
  options: {
    kind: { type: 'string' },
    country: { type: 'string' },
    'time-zone': { type: 'string' },
    locale: { type: 'string' },
    name: { type: 'string' },
  },
  run: async (options) => {
    const kind = oneOf('kind', options.kind, OrganizationKind);
    const locale = canonicalLocale(String(options.locale));
    const name = String(options.name ?? '').trim();
    if (!locale || !name) throw new CommandRefused('--locale and --name are needed.');
    const organization = await withDatabase(({ database }) =>
      database.transaction(async (tx) => {
        const [countryCode, timeZone] = [String(options.country), String(options['time-zone'])];
        const known = await tx.query('SELECT 1 FROM country_time_zone WHERE country_code = $1 AND time_zone = $2', [
          countryCode,
          timeZone,
        ]);
        if (known.length === 0) throw new CommandRefused(`--country ${countryCode} has no --time-zone ${timeZone}.`);
        const given = { kind, countryCode, timeZone, defaultLocale: locale, names: { [locale]: name } };
        const made = await insertOrganization(tx, given);
        await recordActs(tx, [{ accountId: null, act: { name: 'createOrganization' }, subject: made }]);
        return made;
      }),
    );
    console.log(organization.id);
    return 0;
  },
};
