import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { textDirection } from '#platform';
import { Country } from '../country/country.entity.js';
import { CountryLanguage } from '../country/country-language.entity.js';
import { CountryTimeZone } from '../country/country-time-zone.entity.js';
import { Currency } from '../country/currency.entity.js';
import { Language, TextDirection } from '../country/language.entity.js';
import { Subdivision } from '../country/subdivision.entity.js';
import { UnionCenter } from '../country/union-center.entity.js';
import { TrainingRole } from '../role/training-role.entity.js';
import { Sector } from '../sector/sector.entity.js';
import type { SourcedColumns } from '../sourced.columns.js';
import type { CountryRecord } from './countries.schema.js';
import type { ReferenceData } from './read-data.js';

/** All rows one table should have. */
export interface TableRows {
  entity: EntityTarget<ObjectLiteral>;
  rows: object[];
}

/** The tables in an order in which each finds what it refers to. */
export function rowsOf({ countries: file, sectors, roles }: ReferenceData): TableRows[] {
  const { countries } = file;
  return [
    { entity: Currency, rows: currencies(countries) },
    { entity: Country, rows: countries.map(countryRow) },
    {
      entity: Language,
      rows: languages([...countries.flatMap((it) => it.languages), ...file.languages_of_instruction]),
    },
    { entity: CountryLanguage, rows: countries.flatMap(languageRows) },
    { entity: CountryTimeZone, rows: countries.flatMap(timeZoneRows) },
    { entity: Subdivision, rows: countries.flatMap(subdivisionRows) },
    { entity: UnionCenter, rows: countries.flatMap(unionCenterRows) },
    {
      entity: Sector,
      rows: sectors.map((it) => ({
        ...origin(it),
        code: it.code,
        names: it.names,
        isicRev4: it.isic_rev4,
        note: it.note,
      })),
    },
    {
      entity: TrainingRole,
      rows: roles.map((it) => ({
        ...origin(it),
        code: it.code,
        names: it.names,
        group: it.group,
        level: it.level,
        isco08: it.isco08,
        isco08Title: it.isco08_title,
        note: it.note,
      })),
    },
  ];
}

type Origin = Omit<SourcedColumns, 'retiredAt'>;

function origin(record: {
  source: string;
  verification: Origin['verification'];
  verification_note: string | null;
  field_sources: Origin['fieldSources'];
}): Origin {
  return {
    source: record.source,
    verification: record.verification,
    verificationNote: record.verification_note,
    fieldSources: record.field_sources,
  };
}

/** One row per currency, however many countries use it. */
function currencies(countries: CountryRecord[]): object[] {
  const byCode = new Map(countries.map(({ currency }) => [currency.code, currency]));
  return [...byCode.values()].map((it) => ({
    ...origin(it),
    code: it.code,
    numeric: it.numeric,
    decimals: it.decimals,
    displayDecimals: it.display_decimals,
  }));
}

function countryRow(it: CountryRecord): object {
  return {
    ...origin(it),
    code: it.code,
    alpha3: it.alpha3,
    numeric: it.numeric,
    names: it.names,
    officialNameEn: it.official_name_en,
    currencyCode: it.currency.code,
    callingCode: it.calling_code,
    mobileDigits: it.mobile_digits,
    weekStart: it.week.first_day,
    weekend: it.week.weekend,
    calendars: it.calendars,
    note: it.note,
  };
}

/** One row per tag. A record names the script only where the tag does not tell it, so the one that does wins. */
function languages(records: { tag: string; script?: string | undefined }[]): object[] {
  const scripts = new Map<string, string | undefined>();
  for (const { tag, script } of records) scripts.set(tag, script ?? scripts.get(tag));
  return [...scripts].map(([tag, script]) => ({
    tag,
    script: script ?? new Intl.Locale(tag).maximize().script,
    direction: textDirection(tag) === 'rtl' ? TextDirection.RTL : TextDirection.LTR,
  }));
}

function languageRows({ code, languages }: CountryRecord): object[] {
  return languages.map((it, place) => ({
    ...origin(it),
    countryCode: code,
    tag: it.tag,
    position: place + 1,
    role: it.role,
    note: it.note,
  }));
}

function timeZoneRows({ code, time_zones }: CountryRecord): object[] {
  return time_zones.map((timeZone, place) => ({ countryCode: code, timeZone, position: place + 1 }));
}

function subdivisionRows({ code, subdivisions }: CountryRecord): object[] {
  return subdivisions.map((it) => ({
    ...origin(it),
    code: it.code,
    countryCode: code,
    type: it.type,
    names: it.names,
    parentCode: it.parent,
    formerCode: it.former_code,
    timeZone: it.time_zone,
    note: it.note,
  }));
}

function unionCenterRows({ code, union_centers }: CountryRecord): object[] {
  return union_centers.map((it, place) => ({
    ...origin(it),
    code: it.code,
    countryCode: code,
    position: place + 1,
    names: it.names,
    shortName: it.short_name,
    website: it.website,
    note: it.note,
  }));
}
