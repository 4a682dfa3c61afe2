import type { Settings } from '#platform';

/** What a person who started the server sees. */
export function welcome(url: string, settings: Settings): string {
  const lines = [`Odaq listens at ${url}`, `  API       ${url}/graphql`];
  if (!settings.isProduction) lines.push(`  GraphiQL  ${url}/graphiql/`);
  return lines.join('\n');
}
