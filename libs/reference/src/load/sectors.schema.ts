import { z } from 'zod';
import { eachOnce, matching, meta, names, optionalText, sourced } from './fields.schema.js';

const sector = z.strictObject({
  code: matching(/^[A-Z]{4}$/, 'ENRG'),
  names,
  isic_rev4: z.strictObject({
    sections: z.array(matching(/^[A-U]$/, 'D')),
    divisions: z.array(matching(/^\d{2}$/, '35')),
    classes: z.array(matching(/^\d{4}$/, '0170')).default([]),
  }),
  note: optionalText,
  ...sourced,
});

export const sectorsFile = z.strictObject({
  meta,
  sectors: z
    .array(sector)
    .min(1)
    .superRefine(eachOnce(({ code }) => code, 'code')),
});

export type SectorsFile = z.output<typeof sectorsFile>;
