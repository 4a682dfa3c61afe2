import { pickLocale, type RequestContext } from '#platform';

export interface Chosen {
  text: string;
  locale: string;
}

/** The text for a reader: the first wish there is, then the fallbacks, then any. Throws when there is no text at all. */
export function chosenText(
  texts: Readonly<Record<string, string>>,
  wishes: readonly string[],
  fallbacks: readonly string[] = ['en'],
): Chosen {
  const locale = pickLocale(wishes, Object.keys(texts), fallbacks);
  return { text: texts[locale] as string, locale };
}

export function wishesOf(asked: RequestContext, locale?: string | null): readonly string[] {
  return locale ? [locale, ...asked.locales] : asked.locales;
}

/** The same for a thing with a title: wishes, then the language of its owner, then its first. Throws when it has none. */
export function titleIn<Text extends { locale: string }>(
  texts: readonly Text[],
  wishes: readonly string[],
  ownerLocale: string,
): Text {
  const locale = pickLocale(
    wishes,
    texts.map((text) => text.locale),
    [ownerLocale],
  );
  return texts.find((text) => text.locale === locale) as Text;
}
