const CARD = 'id title summary provider { name } sectors { name }';
const PLACES = 'edges { node { id startsAt seatsLeft venue { locality } instructors { fullName } } }';
const TEXTS =
  'id slug kind title titleLocale summary summaryLocale description descriptionLocale outcomes { text textLocale }';
const LISTS = 'sectors { code name } targetRoles { code name group } countries { code name } languages';
const AROUND =
  'provider { id name kind country { name } sectors { name } territorialParent { name } venues(first: 3) { edges { node { name locality } } } }';
const WIDE = `${TEXTS} ${LISTS} ${AROUND} workload { academicHours minutesPerAcademicHour } publishedAt versionNumber stage`;
const EDITING =
  'revision viewerCanEdit translations { locale title summary } draft { number } versions { number publishedAt }';
const OFFERINGS = `offerings(first: 3) { totalCount pageInfo { hasNextPage } edges { cursor node {
  id status mode language startsAt endsAt capacity seatsTaken seatsLeft waitlistLength price { amount currency } provider { name }
  venue { name locality rooms { name } } instructors { fullName } sessions { startsAt endsAt instructors { fullName } } } } }`;

const FILTERS = {
  'a kind': { kinds: ['SEMINAR'] },
  'a sector': { sectorCodes: ['EDUC'] },
  'a role': { roleCodes: ['OSH_SPEC'] },
  'a country': { countryCodes: ['KZ'] },
  'a language': { languages: ['uz'] },
  'two of everything': {
    kinds: ['SEMINAR', 'SCHOOL'],
    sectorCodes: ['EDUC', 'CNST'],
    roleCodes: ['OSH_SPEC', 'PRIM_CHAIR'],
    countryCodes: ['KZ', 'UZ'],
    languages: ['ru', 'uz'],
  },
  'a language nobody teaches in': { languages: ['tk'] },
};
const LOCALES = ['en', 'kk', 'uz-Cyrl', 'tg, de;q=0.8, ru;q=0.5'];

/** Pages of the catalog: what is selected, filtered, sorted; in which language, and by whom. */
export function courseQuestions({ courseId, slug, academyId, primaryId, admin, academyAdmin, learner }) {
  const page = (name, node, { args = '', filter, besides = '', ...more } = {}) => ({
    name: `courses: ${name}`,
    query: `query ($filter: CourseFilter, $after: String) { courses(filter: $filter, after: $after${args}) { ${besides} edges { node { ${node} } } } }`,
    variables: { filter },
    ...more,
  });
  const one = (name, fields, more = {}) => ({
    name: `course: ${name}`,
    query: `query ($id: ID, $slug: String) { course(id: $id, slug: $slug) { ${fields} } }`,
    variables: { slug },
    ...more,
  });
  return [
    page('a card', CARD),
    page('one of them', CARD, { args: ', first: 1' }),
    page('a hundred', CARD, { args: ', first: 100' }),
    page('a hundred ids', 'id', { args: ', first: 100' }),
    page('a card, signed in', CARD, { token: learner }),
    page('a card, for an administrator', CARD, { token: admin }),
    page('a card, counted', CARD, { besides: 'totalCount pageInfo { hasNextPage endCursor }' }),
    page('a card, with facets', CARD, { besides: FACETS }),
    page('a card, deep', CARD, { deep: true, besides: 'pageInfo { endCursor }' }),
    page('a card by title', CARD, { args: ', orderBy: TITLE' }),
    page('a card by title, deep', CARD, { args: ', orderBy: TITLE', deep: true, besides: 'pageInfo { endCursor }' }),
    page('the next offerings', `${CARD} offerings(first: 3) { ${PLACES} }`),
    page('a hundred with the next offerings', `${CARD} offerings(first: 3) { ${PLACES} }`, { args: ', first: 100' }),
    page('finished offerings', `${CARD} offerings(first: 3, statuses: [FINISHED]) { ${PLACES} }`),
    page('all texts', TEXTS),
    page('all lists', LISTS),
    page('its academy', AROUND),
    page('all of these', WIDE),
    page('all of these, a hundred', WIDE, { args: ', first: 100' }),
    page('prerequisites', `id prerequisites { ${CARD} }`),
    page('what editors see', `id ${EDITING}`, { token: admin }),
    page('everything of offerings', `id title ${OFFERINGS}`),
    page('all of it', `${WIDE} ${OFFERINGS}`),
    page('a title in two languages', 'ru: title(locale: "ru") uz: title(locale: "uz") en: summary(locale: "en")'),
    page(
      'who is enrolled there',
      `id offerings(first: 3) { edges { node { viewerEnrollment { seat } viewerCanEnroll { allowed } } } }`,
      { token: learner },
    ),
    ...LOCALES.map((locale) => page(`a card in ${locale}`, CARD, { locale })),
    ...Object.entries(FILTERS).map(([what, filter]) => page(`of ${what}`, CARD, { filter })),
    page('of an academy', CARD, { filter: { providerId: academyId } }),
    page('of a role by title', CARD, { filter: FILTERS['a role'], args: ', orderBy: TITLE' }),
    page('of an academy by title', CARD, { filter: { providerId: academyId }, args: ', orderBy: TITLE' }),
    page('of who teaches nothing, by title', CARD, { filter: { providerId: primaryId }, args: ', orderBy: TITLE' }),
    page('drafts of others, by title', CARD, { filter: { stages: ['DRAFT'] }, args: ', orderBy: TITLE' }),
    page('drafts of one’s own, by title, counted', CARD, {
      filter: { stages: ['DRAFT', 'RETIRED'] },
      args: ', orderBy: TITLE',
      besides: 'totalCount',
      token: academyAdmin,
    }),
    page('drafts and all others, with facets', CARD, {
      filter: { stages: ['DRAFT', 'PUBLISHED'] },
      besides: FACETS,
      token: academyAdmin,
    }),
    page('drafts and all others, far in', CARD, {
      filter: { stages: ['DRAFT', 'PUBLISHED', 'RETIRED'] },
      besides: 'pageInfo { endCursor }',
      token: academyAdmin,
      deep: true,
    }),
    page('drafts and all others of a sector, for who edits none of them', CARD, {
      filter: { stages: ['DRAFT', 'PUBLISHED'], ...FILTERS['a sector'] },
      besides: `totalCount ${FACETS}`,
      token: admin,
    }),
    page('a text among drafts and all others, counted, with facets', CARD, {
      filter: { stages: ['DRAFT', 'PUBLISHED', 'RETIRED'], text: 'safety' },
      besides: `totalCount ${FACETS}`,
      token: academyAdmin,
    }),
    page('regions of their countries', 'countries { name subdivisions { code name } }'),
    page('of a text of letters, by title', CARD, { filter: { text: 'a b c d' }, args: ', orderBy: TITLE' }),
    page('of a sector by title', CARD, { filter: FILTERS['a sector'], args: ', orderBy: TITLE' }),
    page('of a sector, counted, with facets', CARD, { filter: FILTERS['a sector'], besides: `totalCount ${FACETS}` }),
    page('of a sector, with the next offerings', `${CARD} offerings(first: 3) { ${PLACES} }`, {
      filter: FILTERS['a sector'],
    }),
    page('of a text', CARD, { filter: { text: 'безопасность' } }),
    page('of a text by title, with facets', CARD, {
      filter: { text: 'safety' },
      args: ', orderBy: TITLE',
      besides: FACETS,
    }),
    page('of two words by title', CARD, { filter: { text: 'safety work' }, args: ', orderBy: TITLE' }),
    page('of a text and a sector', CARD, { filter: { text: 'safety', ...FILTERS['a sector'] } }),
    page('of a text in the other script', CARD, { filter: { text: 'меҳнат' } }),
    one('a title', 'title'),
    one('all of it', `${WIDE} ${OFFERINGS}`),
    one('for its editors', EDITING, { token: admin }),
    one('by its id', CARD, { variables: { id: courseId } }),
    {
      name: 'node: a course',
      query: `query ($id: ID!) { node(id: $id) { ... on Course { ${CARD} } } }`,
      variables: { id: courseId },
    },
  ];
}

const FACETS =
  'facets { isWhole kinds { value count } sectors { sector { name } count } languages { value count } countries { country { name } count } }';
