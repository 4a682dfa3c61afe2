import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { canonicalLocale } from '../text/index.js';

const refuseValue = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function textScalar(
  name: string,
  description: string,
  parse: (text: string) => unknown,
  serialize: (value: unknown) => string,
) {
  const read = (value: unknown) => {
    if (typeof value !== 'string') throw refuseValue(`${name} must be a string.`);
    return parse(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue: read,
    parseLiteral: (node: ValueNode) => {
      if (node.kind !== Kind.STRING) throw refuseValue(`${name} must be a string.`);
      return read(node.value);
    },
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** In code a `Date`. */
export const DateTime = textScalar(
  'DateTime',
  'Instant in ISO 8601 with an offset, for example `2026-11-22T09:00:00Z`; answers are in UTC. Years 1900 to 2199.',
  (text) => {
    const instant = new Date(text);
    const year = instant.getUTCFullYear();
    if (!INSTANT.test(text) || Number.isNaN(instant.getTime()) || year < 1900 || year > 2199) {
      throw refuseValue('DateTime must be an ISO 8601 instant with an offset, between the years 1900 and 2199.');
    }
    return instant;
  },
  (value) => (value instanceof Date ? value.toISOString() : inUtc(String(value))),
);

/** As PostgreSQL writes whole seconds into JSON. A page has sixty of them, and to go through a `Date` costs the most of each. */
const WHOLE_SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$/;

function inUtc(text: string): string {
  return WHOLE_SECOND.test(text) ? `${text.slice(0, -'+00:00'.length)}.000Z` : new Date(text).toISOString();
}

/** In code an ISO string, so that no time zone can move it. */
export const Day = textScalar(
  'Date',
  'Calendar day in ISO 8601, for example `2026-11-22`.',
  (text) => {
    try {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError();
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
    } catch {
      throw refuseValue('Date must be a real calendar day written as YYYY-MM-DD.');
    }
  },
  String,
);

/** In code a string: money is never a float. */
export const Decimal = textScalar(
  'Decimal',
  'Decimal number as a string, at most 15 digits before and 4 after the point, for example `"1250000.00"`.',
  (text) => {
    if (!/^-?\d{1,15}(\.\d{1,4})?$/.test(text)) throw refuseValue('Decimal must look like "1250000.00".');
    return text;
  },
  String,
);

export const CurrencyCode = textScalar(
  'CurrencyCode',
  'Currency by its ISO 4217 code, for example `UZS`.',
  (text) => {
    if (!/^[A-Z]{3}$/.test(text)) throw refuseValue('CurrencyCode must be three capital letters.');
    return text;
  },
  String,
);

/** In code the canonical form, whatever spelling came in. */
export const Locale = textScalar(
  'Locale',
  'Language tag (BCP 47). Any spelling is understood (`uz-Latn-UZ`, `kk-Cyrl`); answers use the short form: `uz` (Latin script), `uz-Cyrl`, `kk`, `ru`, `fa-AF`.',
  (text) => {
    const locale = canonicalLocale(text);
    if (!locale) throw refuseValue('Locale must be a language tag such as "uz", "uz-Cyrl" or "ru".');
    return locale;
  },
  String,
);
