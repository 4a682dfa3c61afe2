import { readFile } from 'node:fs/promises';

/** Who asks, in `readThings`; absent: nobody who is signed in. */
const EXAMPLES = {
  'show-course': ({ slug }) => ({ variables: { slug } }),
  'find-courses': () => ({}),
  'find-offerings': () => ({}),
  'my-enrollments': ({ learner }) => ({ token: learner }),
  organizations: () => ({}),
  'training-demand': ({ officer }) => ({ token: officer }),
  'training-duties': ({ officer, unionId }) => ({ token: officer, variables: { organizationId: unionId } }),
  'my-training-duties': ({ learner }) => ({ token: learner }),
  'reference-lists': () => ({}),
};

/** The example operations that read, about the things of the filled data. */
export function examples(things) {
  return Promise.all(
    Object.entries(EXAMPLES).map(async ([name, about]) => {
      const query = await readFile(at(`${name}.graphql`), 'utf8');
      const variables = await readFile(at(`${name}.variables.json`), 'utf8').catch(() => '{}');
      const { token, variables: own } = about(things);
      return { name: `example: ${name}`, query, token, variables: { ...JSON.parse(variables), ...own } };
    }),
  );
}

const at = (file) => new URL(`../../../schema/operations/${file}`, import.meta.url);
