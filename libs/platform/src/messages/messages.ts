import { IntlMessageFormat } from 'intl-messageformat';
import { pickLocale } from '../text/index.js';

/** Languages in which Odaq itself speaks. A reader of another one gets the nearest of these, English last. */
export const SPOKEN = ['en', 'ru', 'uz', 'kk'] as const;
type Spoken = (typeof SPOKEN)[number];

const sentences = new Map<string, Record<Spoken, string>>();
const compiled = new Map<string, IntlMessageFormat>();

/** Adds ICU messages. Each key has all spoken languages, or it does not compile. */
export function defineMessages(messages: Record<string, Record<Spoken, string>>): void {
  for (const [key, texts] of Object.entries(messages)) sentences.set(key, texts);
}

export function messageKeys(): string[] {
  return [...sentences.keys()];
}

/** The message in the first wish that we speak. Throws for a key that nobody defined. */
export function sentence(wishes: readonly string[], key: string, values: Record<string, unknown> = {}): string {
  const texts = sentences.get(key);
  if (!texts) throw new Error(`no message has the key ${key}`);
  const locale = pickLocale(wishes, SPOKEN, ['en']) as Spoken;
  const cacheKey = `${locale} ${key}`;
  let format = compiled.get(cacheKey);
  if (!format) {
    format = new IntlMessageFormat(texts[locale], locale);
    compiled.set(cacheKey, format);
  }
  return String(format.format(values as Record<string, string>));
}
