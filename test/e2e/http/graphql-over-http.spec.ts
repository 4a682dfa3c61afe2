import { serverAudits } from 'graphql-http';
import { myPlace } from '../../support/place.js';

const OLD_STYLE = 'a wrong document is the client’s mistake and answers 400 in either content type';

/** Recommendations we do not follow, and why. */
const DECLINED: Record<string, string> = {
  '572B': OLD_STYLE,
  FDE2: OLD_STYLE,
  '7B9B': OLD_STYLE,
};

const audits = serverAudits({ url: async () => `${(await myPlace()).serverUrl}/graphql`, fetchFn: fetch });
const named = (isDeclined: boolean) =>
  audits
    .filter(({ id }) => id in DECLINED === isDeclined)
    .map((audit) => [`${audit.id}: ${audit.name}`, audit] as const);

describe('GraphQL over HTTP', () => {
  it.each(named(false))('lets a client of any make rely on %s', async (_, audit) => {
    const result = await audit.fn();

    expect(result).toMatchObject({ status: 'ok' });
  });

  it.each(named(true))('does not follow what is no must: %s', async (_, audit) => {
    const result = await audit.fn();

    expect(audit.name).not.toMatch(/^MUST/);
    expect(result).toMatchObject({ status: expect.stringMatching(/^(notice|warn)$/) });
  });
});
