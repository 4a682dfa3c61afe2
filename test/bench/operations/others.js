const PLACE = 'id startsAt seatsLeft course { title } provider { name } venue { locality } instructors { fullName }';
const WHOLE_PLACE = `${PLACE} status mode language endsAt opensAt closesAt capacity seatsTaken seatsReserved waitlistLength price { amount }
  sessions { startsAt room { name } instructors { fullName } } taughtUnder { edition { number } } seatReservations(first: 5) { edges { node { id } } }
  approvalLayers viewerCanEnroll { allowed }`;
const BODY = 'id name kind country { name } sectors { name } sectoralParent { name } territorialParent { name }';
const ENROLLED =
  'id seat approval payment waitlistPosition requestedAt offering { startsAt course { title } provider { name } }';

const DUTIES =
  'query ($id: ID!, $filter: TrainingDutyFilter) { trainingDuties(organizationId: $id, filter: $filter) { edges { node { status dueOn learnedOn person { fullName } organization { name } role { name } booking { seat offering { startsAt } } } } } }';
const COUNTS = 'query ($id: ID!) { trainingDutyCounts(organizationId: $id) { due booked late learned } }';
const DEMAND =
  'query ($groupBy: [DemandGroup!]!) { trainingDemand(groupBy: $groupBy) { totalCount edges { node { sector { name } role { name } country { name } region { name } language requests peopleWanted peopleSupported } } } }';
const SUMS = {
  'by sector': ['SECTOR'],
  'by role': ['ROLE'],
  'by region': ['REGION'],
  'by all five groups': ['SECTOR', 'ROLE', 'COUNTRY', 'REGION', 'LANGUAGE'],
};
const WISH =
  'number title stage organization { name } sectors { name } roles { name } peopleWanted peopleSupported viewerActs';

/** The calendar, people and their places, the movement. */
export function otherQuestions(things) {
  return [...calendar(things), ...people(things), ...movement(things)];
}

function calendar({ courseId, academyId, offeringId, learner, academyAdmin }) {
  const page = (name, filter, { node = PLACE, besides = '', args = '', ...more } = {}) => ({
    name: `offerings: ${name}`,
    query: `query ($filter: OfferingFilter, $after: String) { offerings(filter: $filter, after: $after${args}) { ${besides} edges { node { ${node} } } } }`,
    variables: { filter },
    ...more,
  });
  const inDays = (days) =>
    Temporal.Now.instant()
      .add({ hours: 24 * days })
      .toString();
  return [
    page('the next'),
    page('the next, a hundred', undefined, { args: ', first: 100' }),
    page('the next, counted', undefined, { besides: 'totalCount pageInfo { hasNextPage endCursor }' }),
    page('the next, deep', undefined, { deep: true, besides: 'pageInfo { endCursor }' }),
    page('with seats', { hasSeats: true }),
    page('without seats', { hasSeats: false }),
    page('in a language', { languages: ['uz'] }),
    page('of an academy', { providerId: academyId }),
    page('of a course', { courseId }),
    page('of a month', { startsFrom: inDays(30), startsTo: inDays(60) }),
    page('on line', { mode: 'ONLINE' }),
    page('that are finished', { statuses: ['FINISHED'] }),
    page('that are finished, counted', { statuses: ['FINISHED'] }, { besides: 'totalCount' }),
    page('everything', undefined, { node: WHOLE_PLACE, token: learner }),
    page(
      'of an academy, with who comes',
      { providerId: academyId },
      {
        node: 'startsAt enrollments(first: 20) { totalCount edges { node { seat waitlistPosition person { fullName } } } }',
        token: academyAdmin,
      },
    ),
    {
      name: 'offering: everything',
      query: `query ($id: ID!) { offering(id: $id) { ${WHOLE_PLACE} } }`,
      variables: { id: offeringId },
      token: learner,
    },
  ];
}

function people({ learner, admin }) {
  const viewer = (name, fields, token = learner) => ({
    name: `viewer: ${name}`,
    query: `{ viewer { ${fields} } }`,
    token,
  });
  return [
    viewer('their email', 'email'),
    viewer('enrollments', 'enrollments(first: 20) { edges { node { seat offering { startsAt course { title } } } } }'),
    viewer(
      'enrollments, everything',
      `enrollments(first: 20) { totalCount edges { node { ${ENROLLED} approvals { state } completion completedOn recommendedBy { name } } } }`,
    ),
    viewer(
      'themselves',
      'person { fullName shortName writtenName bornOn email memberships { startedOn organization { name } } mandates { id } nationalNumbers { id } }',
    ),
    viewer(
      'what an administrator may',
      'roleGrants { role organization { name } } approvalsToDecide(first: 20) { edges { node { id } } }',
      admin,
    ),
    viewer('notices', 'noticePreferences { locale }'),
  ];
}

function movement({ federationId, unionId, primaryId, personId, admin, officer }) {
  const page = (name, filter, { node = BODY, besides = '', args = '', ...more } = {}) => ({
    name: `organizations: ${name}`,
    query: `query ($filter: OrganizationFilter, $after: String) { organizations(filter: $filter, after: $after${args}) { ${besides} edges { node { ${node} } } } }`,
    variables: { filter },
    ...more,
  });
  const one = (name, fields, id, token) => ({
    name: `organization: ${name}`,
    query: `query ($id: ID!) { organization(id: $id) { ${fields} } }`,
    variables: { id },
    token,
  });
  const of = (name, query, id, token, filter) => ({ name, query, variables: { id, filter }, token });
  const members = 'edges { node { startedOn person { fullName } organization { name } } }';
  return [
    page('all'),
    page('all, a hundred', undefined, { args: ', first: 100' }),
    page('all, counted', undefined, { besides: 'totalCount' }),
    page('all, deep', undefined, { deep: true, besides: 'pageInfo { endCursor }' }),
    page('below the federation', { below: federationId }),
    page('below a union', { below: unionId }),
    page('of a kind', { kinds: ['REGIONAL_BRANCH'] }),
    page('of a country', { countryCodes: ['UZ'] }),
    page('of a sector', { sectorCodes: ['EDUC'] }),
    page('of a text', { text: 'филиал' }),
    page('of a text, misspelt', { text: 'birlashna' }),
    page('with those below', undefined, { node: 'name children(first: 10) { totalCount edges { node { name } } }' }),
    page('everything', undefined, {
      node: `${BODY} names { locale name } languages subdivision { name } contacts { value } status memberCount { members } venues(first: 5) { edges { node { name } } }`,
    }),
    one(
      'those below, and below these',
      'children(first: 20) { edges { node { name children(first: 5) { edges { node { name } } } } } }',
      federationId,
    ),
    one('its members', `members(first: 20) { ${members} }`, primaryId, admin),
    one('members below a union', `members(first: 20, includeBelow: true) { ${members} }`, unionId, officer),
    one('members below the federation', `members(first: 20, includeBelow: true) { ${members} }`, federationId, admin),
    one(
      'members below the federation, counted',
      'members(first: 1, includeBelow: true) { totalCount }',
      federationId,
      admin,
    ),
    one('offices', 'mandates(first: 20) { edges { node { role { name } person { fullName } } } }', federationId, admin),
    of('duties of the federation', DUTIES, federationId, admin),
    of('duties of a union that are late', DUTIES, unionId, officer, { statuses: ['LATE'] }),
    of('duties of a union in one office', DUTIES, unionId, officer, { roleCodes: ['PRIM_CHAIR'] }),
    of('duties of the federation, counted', COUNTS, federationId, admin),
    ...Object.entries(SUMS).map(([what, groupBy]) => ({
      name: `demand: ${what}`,
      query: DEMAND,
      variables: { groupBy },
      token: officer,
    })),
    {
      name: 'requests: a page',
      query: `{ programRequests(first: 20) { totalCount edges { node { ${WISH} } } } }`,
      token: officer,
    },
    {
      name: 'requests: of a text',
      query: `{ programRequests(first: 20, filter: { text: "mehnat" }) { edges { node { ${WISH} } } } }`,
      token: officer,
    },
    {
      name: 'requests: to act on',
      query: `{ programRequests(first: 20, filter: { toActOn: true }) { edges { node { ${WISH} } } } }`,
      token: officer,
    },
    {
      name: 'node: a person',
      query: 'query ($id: ID!) { node(id: $id) { ... on Person { fullName memberships { organization { name } } } } }',
      variables: { id: personId },
      token: admin,
    },
    { name: 'law: a page', query: '{ legalActs(first: 20) { edges { node { code title } } } }' },
    { name: 'programs: a page', query: '{ curricula(first: 20) { edges { node { code title } } } }' },
  ];
}
