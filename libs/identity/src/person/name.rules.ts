import { foldQuery } from '#platform';

export interface Names {
  familyName: string;
  givenName: string;
  /** Null: has none. */
  patronymic: string | null;
}

export type Script = 'LATIN' | 'CYRILLIC' | 'ARABIC';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['LATIN', /^[\p{Script=Latin}\P{L}ʻʼ]+$/u],
  ['CYRILLIC', /^[\p{Script=Cyrillic}\P{L}]+$/u],
  ['ARABIC', /^[\p{Script=Arabic}\P{L}]+$/u],
];
const OF_LOCALE: Record<string, Script> = { Latn: 'LATIN', Cyrl: 'CYRILLIC', Arab: 'ARABIC' };

/**
 * Languages that write the family name first, as documents of the region do. CLDR has given-first for all of them,
 * so its order would look wrong to everybody here.
 */
const FAMILY_FIRST = new Set(['ru', 'kk', 'uz', 'ky', 'tg', 'tk', 'az', 'kaa', 'mn']);

/** The script a name is written in; null: in several, or in one we do not know. */
export function scriptOf({ familyName, givenName, patronymic }: Names): Script | null {
  const letters = [familyName, givenName, patronymic ?? ''].join('');
  return SCRIPTS.find(([, pattern]) => /\p{L}/u.test(letters) && pattern.test(letters))?.[0] ?? null;
}

/** The name as documents write it: family name, given name, patronymic. */
export function fullName({ familyName, givenName, patronymic }: Names): string {
  return [familyName, givenName, patronymic].filter(Boolean).join(' ');
}

/** The whole name in the order of this language, in its script if one of the spellings is. */
export function writtenName(spellings: readonly [Names, ...Names[]], locale: string): string {
  const names = spellingFor(spellings, locale);
  if (isFamilyFirst(locale)) return fullName(names);
  return [names.givenName, names.patronymic, names.familyName].filter(Boolean).join(' ');
}

/** Family name and initials, as minutes and lists write it: Yusupova G.B.; without initials where a script has none. */
export function shortName(spellings: readonly [Names, ...Names[]], locale: string): string {
  const names = spellingFor(spellings, locale);
  if (scriptOf(names) === 'ARABIC') return writtenName(spellings, locale);
  const initials = [names.givenName, names.patronymic].map(initialOf).join('');
  return isFamilyFirst(locale) ? `${names.familyName} ${initials}` : `${initials} ${names.familyName}`;
}

/** The letters of Uzbek that are written with two signs stay whole. */
function initialOf(name: string | null): string {
  const initial = /^(?:[GgOo][ʻ‘’'`]|[SsCc]h(?=\p{Ll})|.)/u.exec(name ?? '')?.[0];
  return initial ? `${initial}.` : '';
}

function isFamilyFirst(locale: string): boolean {
  return FAMILY_FIRST.has(new Intl.Locale(locale).language);
}

function spellingFor(spellings: readonly [Names, ...Names[]], locale: string): Names {
  const script = OF_LOCALE[new Intl.Locale(locale).maximize().script ?? ''];
  return spellings.find((names) => scriptOf(names) === script) ?? spellings[0];
}

const MOST_SPELLINGS = 9;

/**
 * By what the same human is found under another spelling: family and given name folded, in each reading, whichever of
 * the two was written first. Two persons may be one if they share a key.
 */
export function nameKeysOf(spellings: readonly Names[]): string[] {
  const keys = spellings.flatMap(({ familyName, givenName }) =>
    foldings(familyName).flatMap((family) => foldings(givenName).map((given) => [family, given].sort().join(' '))),
  );
  return [...new Set(keys)].sort();
}

/** A name of several words in all readings of each, a few at most. */
function foldings(name: string): string[] {
  return foldQuery(name).reduce<string[]>(
    (known, readings) => known.flatMap((start) => readings.map((word) => `${start}${word}`)).slice(0, MOST_SPELLINGS),
    [''],
  );
}
