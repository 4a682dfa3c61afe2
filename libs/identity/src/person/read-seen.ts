import type { DataSource } from 'typeorm';
import { Binds, ofAnyLength, type RequestContext, readEntities } from '#platform';
import { eachAllowedIn } from '../access/grants.js';

/** What ties a person to an organization for some time. */
interface Tie {
  id: string;
  personId: string;
  organizationId: string;
  startedOn: string;
}

/** Those of these ties that the reader may see, the latest first: one’s own, and those where one reads the members. */
export async function readSeen<Row extends Tie>(
  database: DataSource,
  entity: new () => Row,
  by: 'id' | 'person_id',
  ids: readonly string[],
  { viewer }: RequestContext,
): Promise<Row[]> {
  if (!viewer) return [];
  const binds = new Binds();
  const organization = `${database.getMetadata(entity).tableName}.organization_id`;
  const readable = binds.predicate(eachAllowedIn(organization, viewer, 'member.read'));
  return readEntities(
    database,
    entity,
    `${by} = ANY(${ofAnyLength(binds.of(ids))}) AND (person_id = ${binds.of(viewer.personId)} OR ${readable})
     ORDER BY started_on DESC, id DESC`,
    binds.values,
  );
}
