import { ask, graphql } from './ask.js';

const PAGE = `query ($after: String) { courses(first: 20, after: $after) { edges { cursor node { id title summary provider { name }
  sectors { name } offerings(first: 3) { edges { node { startsAt seatsLeft } } } } } pageInfo { endCursor } } }`;

const PAGES = 40;

/** Requests for pages of the catalog, one after the other, to be asked in turn. */
export async function pagesOf(url) {
  const requests = [];
  for (let after = null; requests.length < PAGES; ) {
    requests.push(graphql(PAGE, { after }));
    const { data } = await ask(url, requests.at(-1));
    after = data.courses.pageInfo.endCursor;
  }
  return requests;
}
