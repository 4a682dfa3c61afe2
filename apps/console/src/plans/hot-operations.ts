/** One of the operations that people ask most, as HTTP brings it. */
export interface HotOperation {
  name: string;
  query: string;
  variables?: Record<string, unknown>;
  isSignedIn?: boolean;
}

/** Things of the database at hand to ask about; the operations whose things are missing are left out. */
export interface Things {
  slug: string | null;
  word: string | null;
  offeringId: string | null;
  organizationId: string | null;
}

const CARD =
  'edges { cursor node { id title summary provider { name } sectors { name } } } pageInfo { hasNextPage endCursor }';
const PLACES = 'edges { node { id startsAt seatsLeft venue { locality } instructors { fullName } } }';

/** With what a client commonly selects. A cursor is one that the same list gave. */
export function hotOperations({ slug, word, offeringId, organizationId }: Things): HotOperation[] {
  const misspelt = word && `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;
  const search = `query ($text: String!) { courses(first: 20, filter: { text: $text }) { ${CARD} facets { kinds { count } sectors { count } } } }`;
  return [
    {
      name: 'catalog page, with the next offerings',
      query: `{ courses(first: 20) { ${CARD.replace('sectors { name }', `sectors { name } offerings(first: 3) { ${PLACES} }`)} } }`,
    },
    { name: 'catalog page by sector', query: `{ courses(first: 20, filter: { sectorCodes: ["EDUC"] }) { ${CARD} } }` },
    { name: 'catalog page by title', query: `{ courses(first: 20, orderBy: TITLE) { ${CARD} } }` },
    ...(word ? [{ name: 'search with facets', query: search, variables: { text: word } }] : []),
    ...(misspelt ? [{ name: 'search by a misspelt word', query: search, variables: { text: misspelt } }] : []),
    ...(slug
      ? [
          {
            name: 'one course',
            query: `query ($slug: String!) { course(slug: $slug) { title description outcomes { text } prerequisites { title } offerings(first: 10) { ${PLACES} } } }`,
            variables: { slug },
          },
        ]
      : []),
    {
      name: 'calendar of offerings with seats',
      query: `{ offerings(first: 20, filter: { hasSeats: true }) { ${PLACES} } }`,
    },
    {
      name: 'my enrollments',
      query:
        '{ viewer { person { fullName } enrollments(first: 20) { edges { node { seat waitlistPosition offering { startsAt course { title } } } } } } }',
      isSignedIn: true,
    },
    ...(offeringId
      ? [
          {
            name: 'enroll',
            query:
              'mutation ($offeringId: ID!) { enroll(input: { offeringId: $offeringId }) { enrollment { seat waitlistPosition } errors { __typename } } }',
            variables: { offeringId },
            isSignedIn: true,
          },
        ]
      : []),
    ...(organizationId
      ? [
          {
            name: 'members below an organization',
            query:
              'query ($id: ID!) { organization(id: $id) { name children(first: 20) { edges { node { name } } } members(first: 20, includeBelow: true) { edges { node { person { fullName } } } } } }',
            variables: { id: organizationId },
            isSignedIn: true,
          },
          {
            name: 'what offices below an organization ask',
            query:
              'query ($id: ID!) { trainingDuties(organizationId: $id, first: 20) { edges { node { status dueOn person { fullName } organization { name } booking { seat } } } } }',
            variables: { id: organizationId },
            isSignedIn: true,
          },
          {
            name: 'who is late below an organization',
            query:
              'query ($id: ID!) { trainingDuties(organizationId: $id, first: 20, filter: { statuses: [LATE] }) { edges { node { dueOn person { fullName } } } } }',
            variables: { id: organizationId },
            isSignedIn: true,
          },
          {
            name: 'organizations below an organization',
            query:
              'query ($id: ID!) { organizations(first: 20, filter: { below: $id }) { edges { node { name } } pageInfo { hasNextPage } } }',
            variables: { id: organizationId },
            isSignedIn: true,
          },
        ]
      : []),
  ];
}
