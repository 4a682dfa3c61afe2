import { LRUCache } from 'lru-cache';

const LONGEST_TAG = 35;
const LONGEST_HEADER = 1_000;
const MOST_WISHES = 20;
/** Browsers send few headers that differ. */
const MOST_CHAINS = 1_000;

/** Where our readers write otherwise than CLDR supposes. */
const OUR_SCRIPT: Readonly<Record<string, string>> = { kaa: 'Latn' };
/** Dari and Persian are one language to CLDR; the one taught here is Dari. */
const OUR_NAME: Readonly<Record<string, string>> = { fa: 'fa-AF' };
const RIGHT_TO_LEFT = new Set(['Arab', 'Aran', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);
const QUALITY = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

const chains = new LRUCache<string, readonly string[]>({ max: MOST_CHAINS });
const scriptNames = new Intl.DisplayNames('en', { type: 'script', fallback: 'none' });

/**
 * The short form under which we keep a language: language, and script where it is not the usual one.
 * uz-Latn-UZ gives uz, uz-AF gives uz-Arab, prs gives fa-AF. Null for what names no known language.
 */
export function canonicalLocale(tag: string): string | null {
  const locale = parse(tag);
  if (!locale) return null;
  const { language } = locale;
  const usual = usualScript(language);
  const script = locale.script ?? (Object.hasOwn(OUR_SCRIPT, language) ? usual : locale.maximize().script);
  // Only a language that CLDR knows has a script; `und` stands for any.
  if (language === 'und' || !usual || !script || !scriptNames.of(script)) return null;
  if (script !== usual) return `${language}-${script}`;
  return Object.hasOwn(OUR_NAME, language) ? (OUR_NAME[language] ?? language) : language;
}

/**
 * The canonical locales of an Accept-Language header, the dearest first, each once.
 * Wildcards, refused languages (q=0) and parts that cannot be read are passed over.
 */
export function readingChain(acceptLanguage: string | undefined): readonly string[] {
  const header = acceptLanguage ?? '';
  const known = chains.get(header);
  if (known) return known;
  const chain = chainOf(header);
  if (header.length <= LONGEST_HEADER) chains.set(header, chain);
  return chain;
}

function chainOf(header: string): readonly string[] {
  const wishes = whole(header)
    .split(',', MOST_WISHES)
    .flatMap((part) => wishOf(part))
    .sort((one, other) => other.quality - one.quality);
  return Object.freeze([...new Set(wishes.map((wish) => wish.locale))]);
}

/**
 * The locale to show, out of the available ones; all in canonical form.
 * Each wish in turn, then each fallback: that locale itself, or else its language in another script. Then the first
 * available. Throws a RangeError when nothing is available: there must be a text to choose.
 */
export function pickLocale(
  wanted: readonly string[],
  available: readonly string[],
  fallbacks: readonly string[],
): string {
  const [first] = available;
  if (first === undefined) throw new RangeError('No locale is available.');
  for (const wish of [...wanted, ...fallbacks]) {
    if (available.includes(wish)) return wish;
    const siblings = available.filter((locale) => languageOf(locale) === languageOf(wish));
    const sibling = [...wanted, ...fallbacks].find((locale) => siblings.includes(locale)) ?? siblings[0];
    if (sibling !== undefined) return sibling;
  }
  return first;
}

/** The direction lines run in; left to right for what is no locale. */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(parse(locale)?.maximize().script ?? '') ? 'rtl' : 'ltr';
}

function parse(tag: string): Intl.Locale | null {
  if (tag.length > LONGEST_TAG) return null;
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

function usualScript(language: string): string | undefined {
  return Object.hasOwn(OUR_SCRIPT, language) ? OUR_SCRIPT[language] : new Intl.Locale(language).maximize().script;
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? '';
}

/** Cut at a comma: half a tag may be another language (kaa is Karakalpak, ka Georgian). */
function whole(header: string): string {
  if (header.length <= LONGEST_HEADER) return header;
  return header.slice(0, Math.max(0, header.lastIndexOf(',', LONGEST_HEADER)));
}

function wishOf(part: string): { locale: string; quality: number }[] {
  const [tag = '', parameter = 'q=1', ...rest] = part.split(';').map((piece) => piece.trim());
  const quality = Number(QUALITY.exec(parameter)?.[1] ?? 0);
  const locale = canonicalLocale(tag);
  return locale && quality > 0 && rest.length === 0 ? [{ locale, quality }] : [];
}
