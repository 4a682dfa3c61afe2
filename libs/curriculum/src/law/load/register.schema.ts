import { z } from 'zod';
import { canonicalLocale, isPlainText } from '#platform';
import {
  fits,
  LegalActStatus,
  LegalArea,
  LegalUnit,
  LegalVerification,
  RatificationStatus,
  RequirementKind,
  TrainingDocument,
  TrainingMode,
  TrainingProvider,
} from '../law.enums.js';

const text = z.string().refine((value) => isPlainText(value, 2_000), 'must be 1 to 2000 characters of plain text');
const optionalText = text.nullish().transform((value) => value ?? null);
const matching = (pattern: RegExp, like: string) => z.string().regex(pattern, `must look like ${like}`);
const code = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kz-labor-code').max(100);
const country = matching(/^[A-Z]{2}$/, 'KZ');
const day = z.iso.date();
const optionalDay = day.nullish().transform((value) => value ?? null);
/** As exact as it is known: a day, a month or a year. */
const moment = matching(/^\d{4}(-\d{2}(-\d{2})?)?$/, '2014-06-27, 2014-06 or 2014')
  .nullish()
  .transform((value) => value ?? null);

/** A value of the enum, written in lower case in the files. */
const oneOf = <E extends Record<string, string>>(values: E) =>
  z
    .enum(Object.keys(values).map((key) => key.toLowerCase()))
    .transform((value) => values[value.toUpperCase()] as E[keyof E]);

/** Texts by language: canonical tags, English always. */
const texts = z.record(z.string(), text).transform((given, { addIssue }) => {
  const kept = Object.fromEntries(Object.entries(given).map(([tag, value]) => [canonicalLocale(tag) ?? '', value]));
  if ('' in kept) addIssue({ code: 'custom', message: 'a key is not a language tag' });
  if (!kept.en) addIssue({ code: 'custom', path: ['en'], message: 'an English text is required' });
  return kept;
});

const sourced = { source: text, verification: oneOf(LegalVerification), note: optionalText };

const requirement = z
  .strictObject({
    code,
    kind: oneOf(RequirementKind),
    texts,
    article: optionalText,
    roles: z.array(matching(/^[A-Z][A-Z0-9_]{2,30}$/, 'TECH_INSP')).default([]),
    others: z.array(text).default([]),
    value: z.int().positive().nullish(),
    unit: oneOf(LegalUnit).nullish(),
    training_modes: z.array(oneOf(TrainingMode)).default([]),
    documents: z.array(oneOf(TrainingDocument)).default([]),
    providers: z.array(oneOf(TrainingProvider)).default([]),
    in_force_from: optionalDay,
    ...sourced,
  })
  .refine(({ value, unit }) => ((value ?? null) === null) === ((unit ?? null) === null), 'value and unit go together')
  .refine(({ kind, unit }) => fits(kind, unit ?? null), {
    path: ['unit'],
    message: 'hours of teaching are asked in hours, repetition in months',
  });

const edition = z
  .strictObject({
    number: z.int().positive(),
    seen: optionalText,
    in_force_from: optionalDay,
    in_force_until: optionalDay,
    source: text.optional(),
    verification: oneOf(LegalVerification).optional(),
    note: optionalText,
    requirements: z.array(requirement).superRefine(eachOnce(({ code }) => code)),
  })
  .refine((it) => !it.in_force_from || !it.in_force_until || it.in_force_from < it.in_force_until, {
    path: ['in_force_until'],
    message: 'must be later than in_force_from',
  });

const act = z.strictObject({
  code,
  country,
  areas: z.array(oneOf(LegalArea)).min(1),
  titles: texts,
  number: optionalText,
  adopted: moment,
  status: oneOf(LegalActStatus),
  status_note: optionalText,
  editions: z
    .array(edition)
    .min(1)
    .superRefine(eachOnce(({ number }) => String(number)))
    .superRefine(neverOverlap),
  ...sourced,
});

const convention = z.strictObject({
  code: matching(/^[CPR]\d{3}$/, 'C155'),
  number: z.int().positive(),
  titles: texts,
  adopted: day,
  in_force_from: day,
  bears_on_training: text,
  ratifications: z
    .array(z.strictObject({ country, status: oneOf(RatificationStatus), date: moment, ...sourced }))
    .superRefine(eachOnce(({ country }) => country)),
  ...sourced,
});

export const registerFile = z.strictObject({
  meta: z.record(z.string(), z.unknown()),
  acts: z.array(act).superRefine(eachOnce(({ code }) => code)),
  conventions: z.array(convention).superRefine(eachOnce(({ code }) => code)),
});

export type RegisterFile = z.output<typeof registerFile>;
export type ActRecord = RegisterFile['acts'][number];

/** Refuses a second record with the same key. */
function eachOnce<Item>(keyOf: (item: Item) => string) {
  return (items: readonly Item[], context: z.RefinementCtx) => {
    const keys = items.map(keyOf);
    keys.forEach((key, place) => {
      if (keys.indexOf(key) === place) return;
      context.addIssue({ code: 'custom', path: [place], message: `${key} is there a second time` });
    });
  };
}

type Period = { in_force_from: string | null; in_force_until: string | null };

/** On each day at most one edition of an act is in force. */
function neverOverlap(editions: readonly Period[], context: z.RefinementCtx) {
  editions.forEach((later, place) => {
    const earlier = editions.slice(0, place).find((it) => starts(it) < ends(later) && starts(later) < ends(it));
    if (!earlier) return;
    context.addIssue({ code: 'custom', path: [place, 'in_force_from'], message: 'overlaps another edition' });
  });
}

const starts = ({ in_force_from }: Period) => in_force_from ?? '0000-00-00';
const ends = ({ in_force_until }: Period) => in_force_until ?? '9999-99-99';
