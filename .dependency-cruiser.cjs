// Directions between the libraries: each may import those before it. What is not in the list stands on top of all of
// them, and beside the others: { requests, contracts, certificates, outreach }.
const ORDER = ['platform', 'reference', 'identity', 'notices', 'catalog', 'curriculum', 'enrollment'];

const upward = ORDER.map((lib, place) => ({
  name: `${lib}-stays-below`,
  comment: `${lib} imports only what stands before it: ${ORDER.join(' ← ')} ← all others. Notice goes up by an event or a job.`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^libs/', pathNot: `^libs/(${ORDER.slice(0, place + 1).join('|')})/` },
}));

const sideways = {
  name: 'top-libraries-stay-apart',
  comment: `The libraries on top import what stands below (${ORDER.join(', ')}), never each other.`,
  severity: 'error',
  from: { path: '^libs/([^/]+)/', pathNot: `^libs/(${ORDER.join('|')})/` },
  to: { path: '^libs/', pathNot: `^libs/($1|${ORDER.join('|')})/` },
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    sideways,
    {
      name: 'libs-know-no-apps',
      comment: 'A library does not know who composes it.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'Another library is entered through its index.ts only.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-through-the-front-door',
      comment: 'Another library is entered through its index.ts only.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'not-through-ones-own-front-door',
      comment: 'Inside a library import the file itself: its index.ts would be a cycle.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Decisions import no Nest and no TypeORM, so that they can be read and tested alone.',
      severity: 'error',
      from: { path: '^libs/.*\\.rules\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|graphql|pg)/' },
    },
    {
      name: 'no-tests-in-products',
      comment: 'What people run does not need what only tests need.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(^test/|\\.spec\\.ts$)' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other at run time are one file, or lack a third. Rows that point at each other may.',
      severity: 'error',
      from: { pathNot: '\\.entity\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-lost-imports',
      comment: 'What is imported exists.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-in-products',
      comment: 'What people run needs no development dependency.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['\\.spec\\.ts$', '^apps/graphiql/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
