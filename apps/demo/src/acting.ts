import { newId, type RequestContext, type Viewer } from '#platform';
import { demoId } from './demo-id.js';
import { accountIdOf, adminOf, personIdOf } from './people.js';

export interface Acting {
  asked: RequestContext;
  viewer: Viewer;
}

/** A request that the organization’s demo admin would make; a new one each time, as loaders remember what they read. */
export function actingFor(organization: string): Acting {
  const email = adminOf(organization);
  if (!email) throw new Error(`nobody publishes for ${organization} in the demo world`);
  const viewer = { accountId: accountIdOf(email), personId: personIdOf(email), signInId: demoId(`sign-in ${email}`) };
  const asked = { requestId: newId(), viewer, locales: [], idempotencyKey: null, remoteAddress: 'demo world' };
  return { asked, viewer };
}
