import { catalogEntities } from '#catalog';
import { curriculumEntities } from '#curriculum';
import { enrollmentEntities } from '#enrollment';
import { identityEntities } from '#identity';
import { noticesEntities } from '#notices';
import { AuditEntry, IdempotencyKey } from '#platform';
import { referenceEntities } from '#reference';
import { requestEntities } from '#requests';

/** Every table that TypeORM knows; the check of the migrations compares them with the database. */
export const entities = [
  AuditEntry,
  IdempotencyKey,
  ...referenceEntities,
  ...identityEntities,
  ...noticesEntities,
  ...catalogEntities,
  ...curriculumEntities,
  ...enrollmentEntities,
  ...requestEntities,
];
