import type { Organization } from './organization.entity.js';

/** The calendar day where the organization works, as an ISO day. */
export function todayIn({ timeZone }: Pick<Organization, 'timeZone'>, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The same as SQL, of the organization that has its id in this column. The database’s own day is that of UTC. */
export function todaySql(idColumn: string): string {
  return `(SELECT (now() AT TIME ZONE here.time_zone)::date FROM organization here WHERE here.id = ${idColumn})`;
}
