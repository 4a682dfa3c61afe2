import { z } from 'zod';
import { Weekday } from '../country/country.entity.js';
import { LanguageRole } from '../country/country-language.entity.js';
import { eachOnce, languageTag, matching, meta, names, oneOf, optionalText, sourced, text } from './fields.schema.js';

const WEEKDAYS: Record<string, Weekday> = {
  mon: Weekday.MONDAY,
  tue: Weekday.TUESDAY,
  wed: Weekday.WEDNESDAY,
  thu: Weekday.THURSDAY,
  fri: Weekday.FRIDAY,
  sat: Weekday.SATURDAY,
  sun: Weekday.SUNDAY,
};
const weekday = z.enum(Object.keys(WEEKDAYS)).transform((day) => WEEKDAYS[day] as Weekday);

const timeZone = z.string().refine(isTimeZone, 'must be a time zone of the IANA database, for example Asia/Tashkent');
const decimals = z.int().min(0).max(4);
const subdivisionCode = matching(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'KZ-71');

const language = z.strictObject({
  tag: languageTag,
  script: matching(/^[A-Z][a-z]{3}$/, 'Arab').optional(),
  note: optionalText,
  ...sourced,
});

const currency = z.strictObject({
  code: matching(/^[A-Z]{3}$/, 'UZS'),
  numeric: matching(/^\d{3}$/, '860'),
  decimals,
  display_decimals: decimals,
  ...sourced,
});

const subdivision = z.strictObject({
  code: subdivisionCode,
  type: optionalText,
  names,
  parent: subdivisionCode.nullish().transform((code) => code ?? null),
  former_code: optionalText,
  time_zone: optionalText,
  note: optionalText,
  ...sourced,
});

const unionCenter = z.strictObject({
  code: matching(/^[A-Z]{2}-[A-Z0-9]{2,12}$/, 'UZ-FTUU'),
  names,
  short_name: optionalText,
  website: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .transform((url) => url ?? null),
  note: optionalText,
  ...sourced,
});

const country = z
  .strictObject({
    code: matching(/^[A-Z]{2}$/, 'UZ'),
    alpha3: matching(/^[A-Z]{3}$/, 'UZB'),
    numeric: matching(/^\d{3}$/, '860'),
    names,
    official_name_en: text,
    currency,
    languages: z
      .array(language.extend({ role: oneOf(LanguageRole) }))
      .min(1)
      .superRefine(eachOnce(({ tag }) => tag, 'tag')),
    time_zones: z
      .array(timeZone)
      .min(1)
      .superRefine(eachOnce((zone) => zone, '')),
    calling_code: matching(/^\+\d{1,4}$/, '+998'),
    mobile_digits: z.int().min(4).max(14),
    week: z.strictObject({ first_day: weekday, weekend: z.array(weekday) }),
    calendars: z.array(text).min(1),
    note: optionalText,
    subdivisions: z.array(subdivision).superRefine(eachOnce(({ code }) => code, 'code')),
    union_centers: z.array(unionCenter).superRefine(eachOnce(({ code }) => code, 'code')),
    ...sourced,
  })
  .superRefine(holdsTogether);

export const countriesFile = z.strictObject({
  meta,
  languages_of_instruction: z.array(language).superRefine(eachOnce(({ tag }) => tag, 'tag')),
  countries: z
    .array(country)
    .min(1)
    .superRefine(eachOnce(({ code }) => code, 'code'))
    .superRefine(sharesCurrencies),
});

export type CountriesFile = z.output<typeof countriesFile>;
export type CountryRecord = CountriesFile['countries'][number];

/** Subdivisions and union centers carry their country’s code, and point only at what is there. */
function holdsTogether(record: CountryRecordBefore, context: z.RefinementCtx) {
  const codes = new Set(record.subdivisions.map(({ code }) => code));
  record.subdivisions.forEach(({ code, parent, time_zone }, place) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['subdivisions', place, field], message });
    if (!code.startsWith(`${record.code}-`)) refuse('code', `must begin with ${record.code}-`);
    if (parent && (!codes.has(parent) || parent === code)) refuse('parent', `${parent} is no other subdivision here`);
    if (time_zone && !record.time_zones.includes(time_zone)) refuse('time_zone', `${time_zone} is not in time_zones`);
  });
  record.union_centers.forEach(({ code }, place) => {
    if (code.startsWith(`${record.code}-`)) return;
    const message = `must begin with ${record.code}-`;
    context.addIssue({ code: 'custom', path: ['union_centers', place, 'code'], message });
  });
}

type CountryRecordBefore = Pick<CountryRecord, 'code' | 'time_zones'> & {
  subdivisions: z.output<typeof subdivision>[];
  union_centers: z.output<typeof unionCenter>[];
};

/** Countries with one currency say the same of it, because it is kept once. */
function sharesCurrencies(
  records: readonly { code: string; currency: z.output<typeof currency> }[],
  context: z.RefinementCtx,
) {
  const first = new Map<string, (typeof records)[number]>();
  records.forEach((record, place) => {
    const known = first.get(record.currency.code);
    if (!known) first.set(record.currency.code, record);
    else if (JSON.stringify(known.currency) !== JSON.stringify(record.currency)) {
      context.addIssue({ code: 'custom', path: [place, 'currency'], message: `differs from that of ${known.code}` });
    }
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && name.includes('/');
  } catch {
    return false;
  }
}
