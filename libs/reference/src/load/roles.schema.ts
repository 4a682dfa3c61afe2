import { z } from 'zod';
import { TrainingRoleGroup, TrainingRoleLevel } from '../role/training-role.entity.js';
import { eachOnce, matching, meta, names, oneOf, optionalText, sourced } from './fields.schema.js';

const role = z.strictObject({
  code: matching(/^[A-Z][A-Z0-9_]{2,30}$/, 'TECH_INSP'),
  names,
  group: oneOf(TrainingRoleGroup),
  level: oneOf(TrainingRoleLevel),
  isco08: matching(/^\d{4}$/, '3257')
    .nullish()
    .transform((code) => code ?? null),
  isco08_title: optionalText,
  note: optionalText,
  ...sourced,
});

export const rolesFile = z.strictObject({
  meta,
  roles: z
    .array(role)
    .min(1)
    .superRefine(eachOnce(({ code }) => code, 'code')),
});

export type RolesFile = z.output<typeof rolesFile>;
