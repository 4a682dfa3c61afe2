import { mailLine } from '#notices';
import type { Settings } from '#platform';
import { academyAdmin, DEMO_PASSWORD, members } from '../../demo/src/index.js';

const A_QUERY = '{ courses(filter: { text: "buxgalter" }) { edges { node { title provider { name } } } } }';

/** What a person who started the server sees. */
export function welcome(url: string, settings: Settings, hasDemo: boolean): string {
  const lines = [`Odaq listens at ${url}`, `  API       ${url}/graphql`];
  if (!settings.isProduction) lines.push(`  GraphiQL  ${url}/graphiql/`);
  lines.push(`  Mail      ${mailLine(settings)}`);
  if (hasDemo) lines.push(...demo(url));
  return lines.join('\n');
}

function demo(url: string): string[] {
  const body = JSON.stringify({ query: A_QUERY });
  return [
    `  Demo      ${academyAdmin.email} publishes; ${members.map(({ email }) => email).join(', ')} enroll`,
    `            password of each: ${DEMO_PASSWORD}`,
    '  Try       npm run story',
    `            curl -s ${url}/graphql -H 'content-type: application/json' -H 'accept-language: uz' -d '${body}'`,
  ];
}
