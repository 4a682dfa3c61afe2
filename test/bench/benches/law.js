import { readFile } from 'node:fs/promises';

const FINDINGS = 'findings { verdict hours { found asked } requirement { code edition { act { code } } } explanation }';

/** What people ask of curricula, each with all that grows. */
const QUESTIONS = {
  'alignment with all countries': `query ($id: ID!) { alignmentMatrix(curriculumId: $id) { countries { countryCode curriculum { toBeRechecked } counts { met } ${FINDINGS} } } }`,
  'alignment with one': `query ($id: ID!) { curriculum(id: $id) { alignment(countryCode: "KZ") { ${FINDINGS} } } }`,
  unification: `query ($id: ID!) { curriculum(id: $id) { unification { share countries { countryCode hours differences { moduleId kind } } } } }`,
  recognition: `query ($id: ID!) { recognition(curriculumId: $id, from: "KZ", to: "UZ") { verdict ${FINDINGS} bridge { moduleId } } }`,
  'a page of curricula': `{ curricula(first: 20) { edges { node { code title toBeRechecked version { sectors { code } modules { title } } } } } }`,
  'a page of one sector': `{ curricula(first: 20, filter: { sectorCodes: ["EDUC"] }) { edges { node { code title } } } }`,
};
const TIMES = 20;

/** Curricula before the law of their countries, one reader at a time. */
export const law = {
  name: 'law',
  does: '500 curricula with 7 variants and 40 modules each before 1,000 requirements, one reader at a time; milliseconds.',
  writes: true,
  async run(ground, { say }) {
    const { client } = ground;
    await client.query('SET session_replication_role = replica');
    await client.query(await readFile(new URL('law.sql', import.meta.url), 'utf8'));
    await client.query('RESET session_replication_role');
    await client.query('ANALYZE');
    say('law: curricula written');
    const { url } = await ground.ours();
    const { rows } = await client.query(`SELECT id FROM curriculum WHERE code = 'C-100250'`);
    const lines = [];
    for (const [name, query] of Object.entries(QUESTIONS))
      lines.push(await line(name, { url, token: ground.world.persons[0].token }, query, rows[0].id));
    return { text: [this.does, `${''.padEnd(32)}  median    most`, ...lines].join('\n') };
  },
};

async function line(name, { url, token }, query, id) {
  const times = [];
  for (let i = 0; i <= TIMES; i += 1) {
    const began = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      // Signed in, so not answered from the memory for what is the same for everybody.
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { id } }),
    });
    const { errors } = await response.json();
    if (errors) throw new Error(`law: ${errors[0].message}`);
    times.push(performance.now() - began);
  }
  const [, ...warm] = times;
  warm.sort((one, other) => one - other);
  const shown = [warm[TIMES / 2], warm.at(-1)].map((time) => time.toFixed(0).padStart(8));
  return `${name.padEnd(32)}${shown.join('')}`;
}
