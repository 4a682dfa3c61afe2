import type { Organization } from './organization.entity.js';

/** The calendar day where the organization works, as an ISO day. */
export function todayIn({ timeZone }: Pick<Organization, 'timeZone'>, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
