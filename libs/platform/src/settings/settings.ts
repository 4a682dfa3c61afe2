import { z } from 'zod';
import { areForDevelopment, DEVELOPMENT_KEYS, parseSecretKeys, type SecretKeys } from './secret-keys.js';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const urlsIn = (text: string) => text.split(',').map((url) => url.trim());

/** Every setting there is. All are optional; each description is printed when a value is refused. */
const shape = z.object({
  PORT: port.default(3000).describe('TCP port of the API, 0 to 65535 (0 takes a free one)'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address the API listens on'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('postgres://user:password@host:port/database of a PostgreSQL 15 or newer; without it Odaq runs its own'),
  DATABASE_REPLICA_URLS: z
    .string()
    .refine((text) => urlsIn(text).every((url) => z.url({ protocol: /^postgres(ql)?$/ }).safeParse(url).success))
    .optional()
    .describe('postgres://… of streaming replicas of DATABASE_URL, separated by commas; queries may be read from them'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12).describe('connections per process, 2 to 200'),
  ODAQ_CACHE_MIB: z.coerce
    .number()
    .int()
    .min(0)
    .max(4096)
    .default(32)
    .describe('memory for answers that are the same for everybody, in MiB per process; 0 keeps none'),
  ODAQ_DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('folder of the embedded PostgreSQL, and of mails that no mail server takes'),
  ODAQ_DEMO: z
    .enum(['0', '1'])
    .optional()
    .describe('1 loads the demo world into an empty database, 0 does not; without it only outside production'),
  ODAQ_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('how much is logged'),
  ODAQ_SIGN_IN_HOURS: z.coerce.number().int().min(1).max(8760).default(336).describe('life of a sign-in, in hours'),
  ODAQ_ATTEMPTS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(10)
    .max(1_000_000)
    .default(300)
    .describe('attempts to sign in or up from one address in a quarter of an hour; a whole office may share one'),
  ODAQ_SEAT_OFFER_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(336)
    .default(48)
    .describe('how long a freed seat is held for the next in the queue, in hours'),
  ODAQ_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address under which people reach this server, for links in mails; without it http://HOST:PORT'),
  ODAQ_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('smtp://user:password@host:port or smtps://… of the mail server; without it mails land in a folder'),
  ODAQ_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\p{Cc}]{0,100}<[^\s<>@,;"]+@[^\s<>@,;"]+>|[^\s<>@,;"]+@[^\s<>@,;"]+)$/u)
    .optional()
    .describe('sender of mails, as in Odaq <odaq@example.org>; needed when ODAQ_SMTP_URL is set'),
  ODAQ_SECRET_KEYS: z
    .string()
    .refine((text) => parseSecretKeys(text) !== null)
    .optional()
    .describe(
      'lookup:KEY,1:KEY with keys of your own, each 32 random bytes in Base64 (openssl rand -base64 32); they seal national numbers, and production does not start without them',
    ),
  ODAQ_TRUST_PROXY: flag.describe('1 takes the caller’s address from X-Forwarded-For (only behind a proxy of yours)'),
  NODE_ENV: z.string().default('development').describe('production turns introspection and GraphiQL off'),
});

const checked = shape.superRefine((given, context) => {
  const { ODAQ_SMTP_URL, ODAQ_MAIL_FROM, ODAQ_SECRET_KEYS, NODE_ENV } = given;
  if (given.DATABASE_REPLICA_URLS && !given.DATABASE_URL) {
    context.addIssue({ code: 'custom', path: ['DATABASE_REPLICA_URLS'] });
  }
  if (ODAQ_SMTP_URL && !ODAQ_MAIL_FROM) context.addIssue({ code: 'custom', path: ['ODAQ_MAIL_FROM'] });
  if (NODE_ENV === 'production' && areForDevelopment(secretKeysOf(ODAQ_SECRET_KEYS))) {
    context.addIssue({ code: 'custom', path: ['ODAQ_SECRET_KEYS'] });
  }
});

function secretKeysOf(text: string | undefined): SecretKeys {
  return (text ? parseSecretKeys(text) : null) ?? DEVELOPMENT_KEYS;
}

export interface Settings {
  port: number;
  host: string;
  /** Null: run the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** Hold passwords: never log them. */
  replicaUrls: readonly string[];
  databasePool: number;
  dataDir: string;
  /** Bytes for answers that are the same for everybody. */
  cacheBytes: number;
  loadsDemo: boolean;
  signInHours: number;
  attemptsPerAddress: number;
  seatOfferHours: number;
  /** Without a slash at its end. */
  publicUrl: string;
  /** Holds a password: never log it. Null: mails land in `dataDir`/outbox. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Never log them. */
  secretKeys: SecretKeys;
  trustsProxy: boolean;
  isProduction: boolean;
}

/** A setting was refused; `message` lists every bad one, a line each. */
export class BadSettings extends Error {}

/** Reads all settings at once. Throws BadSettings naming each bad value and what would be right. */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = checked.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0]) as keyof typeof shape.shape;
      return `${name} is not usable: expected ${shape.shape[name].description}`;
    });
    throw new BadSettings(lines.join('\n'));
  }
  const values = result.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    replicaUrls: values.DATABASE_REPLICA_URLS ? urlsIn(values.DATABASE_REPLICA_URLS) : [],
    databasePool: values.DATABASE_POOL,
    dataDir: values.ODAQ_DATA_DIR,
    cacheBytes: values.ODAQ_CACHE_MIB * 2 ** 20,
    loadsDemo: values.ODAQ_DEMO ? values.ODAQ_DEMO === '1' : values.NODE_ENV !== 'production',
    signInHours: values.ODAQ_SIGN_IN_HOURS,
    attemptsPerAddress: values.ODAQ_ATTEMPTS_PER_ADDRESS,
    seatOfferHours: values.ODAQ_SEAT_OFFER_HOURS,
    publicUrl: (values.ODAQ_PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/+$/, ''),
    smtpUrl: values.ODAQ_SMTP_URL ?? null,
    mailFrom: values.ODAQ_MAIL_FROM ?? 'Odaq <odaq@localhost>',
    secretKeys: secretKeysOf(values.ODAQ_SECRET_KEYS),
    trustsProxy: values.ODAQ_TRUST_PROXY,
    isProduction: values.NODE_ENV === 'production',
  };
}

/** Injection token of the settings read at start. */
export const SETTINGS = Symbol('settings');
