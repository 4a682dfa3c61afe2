const LOCALES = ['uz', 'ar', 'fa-AF', 'de', 'kk-Latn'];
const ORGANIZATION = 'name nameLocale kind sectors { name } territorialParent { name }';
const OFFERING =
  'startsAt seatsLeft course { title titleLocale } provider { name } venue { locality } instructors { fullName }';
const WISH = 'number title stage organization { name } sectors { name } roles { name } peopleWanted viewerActs';
const WHOLE_WISH = `${WISH} academy { name } addressedTo { name } outcomes languages people { people country { name } subdivision { name } } peopleSupported
  promisedSeats nextActor { act since organization { name } } history(first: 20) { edges { node { act doneAt } } } supports(first: 20) { edges { node { organization { name } } } }
  notes(first: 20) { edges { node { id } } } replies(first: 20) { edges { node { id } } } proposals(first: 20) { edges { node { seats } } }
  proposal { seats } offerings { startsAt } curricula { title } nearestCurricula { curriculum { title } } similar { number title }`;
const DUTY =
  'status dueOn learnedOn person { fullName } organization { name } role { name } rule { withinDays } booking { seat offering { startsAt course { title } } }';
const MEMBER =
  'startedOn person { fullName mandates { role { name } } memberships { organization { name } } } organization { name }';

/** The remaining root fields, pages far in, long lists below long lists, and the same asked by different people. */
export function readerQuestions(things) {
  return [...lists(things), ...people(things), ...requests(things), ...law(things), ...inLanguages(things)];
}

const page = (name, query, variables = {}, more = {}) => ({ name, query, variables, ...more });

function lists({ courseId, academyId, federationId, offeringId, learner, admin, primaryOfficer }) {
  const offerings = (name, filter, more = {}) =>
    page(
      `offerings: ${name}`,
      `query ($filter: OfferingFilter, $after: String) { offerings(filter: $filter, after: $after) { totalCount pageInfo { endCursor } edges { node { ${OFFERING} } } } }`,
      { filter },
      more,
    );
  return [
    offerings('in a language of nobody, counted', { languages: ['tk'] }),
    offerings('cancelled, counted', { statuses: ['CANCELLED'] }),
    offerings('without seats, counted', { hasSeats: false }),
    offerings('of an academy in a language of nobody', { providerId: academyId, languages: ['tk'] }),
    offerings('of all statuses, far in', { statuses: ['OPEN', 'FINISHED', 'CANCELLED', 'RUNNING'] }, { deep: true }),
    page(
      'courses: twenty with twenty offerings',
      `{ courses(first: 20) { totalCount edges { node { title offerings(first: 20) { totalCount edges { node { ${OFFERING} } } } } } } }`,
    ),
    page(
      'courses: slugs alone, in Arabic',
      '{ courses(first: 50) { edges { node { slug title titleLocale } } } }',
      {},
      { locale: 'ar' },
    ),
    page(
      'course: who comes before and after',
      `query ($id: ID) { course(id: $id) { prerequisites { title prerequisites { title } } offerings(first: 50, statuses: [FINISHED, OPEN]) { edges { node { ${OFFERING} } } } } }`,
      { id: courseId },
    ),
    page(
      'offering: who comes, for a learner',
      `query ($id: ID!) { offering(id: $id) { viewerCanEnroll { allowed reasons { __typename } } viewerEnrollment { seat } seatReservations(first: 20) { edges { node { seats } } } } }`,
      { id: offeringId },
      { token: learner },
    ),
    page(
      'organization: everything of an academy',
      `query ($id: ID!) { organization(id: $id) { ${ORGANIZATION} names { name } contacts { value } venues(first: 50) { edges { node { name rooms { name } } } } instructors(first: 50) { edges { node { fullName } } } } }`,
      { id: academyId },
      { token: admin },
    ),
    page(
      'organizations: fifty with fifty below each',
      `query ($id: ID) { organizations(first: 50, filter: { below: $id }) { totalCount edges { node { name memberCount { members } children(first: 50) { totalCount edges { node { name } } } } } } }`,
      { id: federationId },
      { token: primaryOfficer },
    ),
    page(
      'organizations: twenty with ten below each, and ten below these',
      '{ organizations(first: 20) { edges { node { children(first: 10) { edges { node { name children(first: 10) { edges { node { name } } } } } } } } } }',
    ),
    page(
      'organizations: fifty with members and offices',
      'query ($id: ID) { organizations(first: 50, filter: { below: $id }) { edges { node { members(first: 10) { edges { node { person { fullName } } } } mandates(first: 10) { edges { node { role { name } person { fullName } } } } } } } }',
      { id: federationId },
      { token: admin },
    ),
    page(
      'organizations: of a text nobody has',
      `{ organizations(filter: { text: "ornitologiya" }) { totalCount edges { node { ${ORGANIZATION} } } } }`,
    ),
  ];
}

function people({ federationId, unionId, primaryId, personId, membershipId, learner, admin, officer, primaryOfficer }) {
  const members = (name, id, token, args = '', more = {}) =>
    page(
      `members: ${name}`,
      `query ($id: ID!, $after: String) { organization(id: $id) { members(after: $after${args}) { pageInfo { endCursor } edges { node { ${MEMBER} } } } } }`,
      { id },
      { token, ...more },
    );
  const duties = (name, id, token, filter, args = '') =>
    page(
      `duties: ${name}`,
      `query ($id: ID!, $filter: TrainingDutyFilter) { trainingDuties(organizationId: $id, filter: $filter${args}) { totalCount edges { node { ${DUTY} } } } }`,
      { id, filter },
      { token },
    );
  return [
    members('of a primary, to its officer', primaryId, primaryOfficer, ', first: 50'),
    members('below a union, a hundred', unionId, officer, ', first: 100, includeBelow: true'),
    members('below the federation, ended ones too', federationId, admin, ', includeBelow: true, includeEnded: true'),
    members('below the federation, to a stranger', unionId, admin, ', includeBelow: true'),
    duties('of a primary, to its officer', primaryId, primaryOfficer),
    duties('of a union, learned, counted', unionId, officer, { statuses: ['LEARNED'] }, ', first: 50'),
    duties('of the federation, of two kinds, counted', federationId, admin, { statuses: ['BOOKED', 'LATE'] }),
    duties('of the federation, in offices nobody holds, counted', federationId, admin, {
      statuses: ['LATE', 'DUE'],
      roleCodes: ['ACCOUNTANT'],
    }),
    duties('of a union, a hundred, counted', unionId, officer, {}, ', first: 100'),
    page(
      'rules: of a primary',
      'query ($id: ID!) { trainingRules(organizationId: $id) { edges { node { withinDays organization { name } role { name } courses { title } } } } }',
      { id: primaryId },
      { token: primaryOfficer },
    ),
    page(
      'viewer: of a primary',
      '{ viewer { roleGrants { role organization { name } } trainingDuties(first: 20) { edges { node { status dueOn nextOfferings { startsAt course { title } } } } } } }',
      {},
      { token: primaryOfficer },
    ),
    page(
      'viewer: fifty places with all of their courses',
      `{ viewer { enrollments(first: 50) { totalCount edges { node { seat waitlistPosition offering { ${OFFERING} course { summary sectors { name } } } } } } } }`,
      {},
      { token: learner },
    ),
    page(
      'node: an organization',
      'query ($id: ID!) { node(id: $id) { ... on Organization { name children(first: 50) { edges { node { name } } } } } }',
      { id: unionId },
    ),
    page(
      'node: a membership',
      'query ($id: ID!) { node(id: $id) { ... on Membership { person { fullName } organization { name } } } }',
      { id: membershipId },
      { token: admin },
    ),
    page(
      'node: somebody, in several ways',
      'query ($id: ID!) { a: node(id: $id) { id } b: node(id: $id) { ... on Person { bornOn nationalNumbers { masked } mandates { role { name } } } } }',
      { id: personId },
      { token: admin },
    ),
  ];
}

function requests({ requestId, admin, officer, primaryOfficer, academyAdmin }) {
  const list = (name, filter, token, more = {}) =>
    page(
      `requests: ${name}`,
      `query ($filter: ProgramRequestFilter, $after: String) { programRequests(filter: $filter, after: $after) { totalCount pageInfo { endCursor } edges { node { ${WISH} } } } }`,
      { filter },
      { token, ...more },
    );
  return [
    list('of a primary', undefined, primaryOfficer),
    list('of the federation', undefined, admin),
    list('of the federation, far in', undefined, admin, { deep: true }),
    list('of the federation, its own', { mine: true }, admin),
    list('of the federation, to act on', { toActOn: true }, admin),
    list('of an academy, to act on', { toActOn: true }, academyAdmin),
    list('of a sector and a country', { sectorCodes: ['EDUC'], countryCodes: ['UZ'] }, admin),
    list('of stages', { stages: ['SUBMITTED', 'PROPOSED'] }, officer),
    list('of a text nobody wrote', { text: 'ornitologiya' }, admin),
    page(
      'requests: everything of twenty',
      `{ programRequests { edges { node { ${WHOLE_WISH} } } } }`,
      {},
      { token: admin },
    ),
    page(
      'request: everything of one',
      `query ($id: ID) { programRequest(id: $id) { ${WHOLE_WISH} } }`,
      { id: requestId },
      { token: admin },
    ),
    page(
      'requests: like the one being written',
      '{ similarProgramRequests(locale: "uz", title: "mehnat xavfsizligi", sectorCodes: ["EDUC"], roleCodes: ["PRIM_CHAIR"]) { number title likeness } }',
      {},
      { token: officer },
    ),
    page(
      'demand: of a sector by region and role',
      '{ trainingDemand(groupBy: [REGION, ROLE], filter: { sectorCodes: ["EDUC"] }, first: 100) { totalCount edges { node { region { name } role { name } peopleWanted } } } }',
      {},
      { token: admin },
    ),
  ];
}

const REQUIREMENTS = 'requirements { code text kind value unit roleCodes documents article }';

function law({ actId }) {
  return [
    page(
      'law: a hundred acts with editions',
      `{ legalActs(first: 100) { totalCount edges { node { code title status country { name } editions { number ${REQUIREMENTS} } } } } }`,
    ),
    page(
      'law: an act with all its requirements',
      `query ($id: ID!) { legalAct(id: $id) { title areas edition { number ${REQUIREMENTS} } } }`,
      { id: actId },
    ),
    page('law: conventions', '{ iloConventions { code title bearsOnTraining ratifications { country { name } } } }'),
    page(
      'programs: counted, of a country',
      '{ curricula(first: 50, filter: { countryCodes: ["KZ"] }) { totalCount edges { node { code title } } } }',
    ),
    page(
      'reference: countries with everything',
      '{ countries { name officialNameEn currency { code } languages { tag name } subdivisions { name } unionCenters { name } } }',
    ),
    page(
      'reference: roles and sectors',
      '{ trainingRoles(includeRetired: true) { code name group level } sectors(includeRetired: true) { code name } }',
    ),
  ];
}

function inLanguages({ unionId, officer }) {
  return LOCALES.flatMap((locale) => [
    page(
      `organizations: in ${locale}`,
      `{ organizations(first: 50) { edges { node { ${ORGANIZATION} } } } }`,
      {},
      { locale },
    ),
    page(`offerings: in ${locale}`, `{ offerings(first: 50) { edges { node { ${OFFERING} } } } }`, {}, { locale }),
    page(
      `duties: in ${locale}`,
      `query ($id: ID!) { trainingDuties(organizationId: $id) { edges { node { ${DUTY} } } } }`,
      { id: unionId },
      { locale, token: officer },
    ),
  ]);
}
