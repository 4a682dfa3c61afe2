import { pickLocale, SPOKEN, sentence } from '#platform';
import type { NoticeKind } from '../notice/notice-kind.js';
import { isTexts, type NoticeValue } from '../notice/values.js';
import { isolated, manyLines, oneLine } from './plain.js';
import { tellMoment } from './tell-moment.js';

export interface Wording {
  /** The language it is written in. */
  locale: string;
  subject: string;
  text: string;
}

/** The words of a notice, in the nearest language we speak to the wished ones. */
export function wordingOf(kind: NoticeKind, values: Record<string, NoticeValue>, locales: readonly string[]): Wording {
  const locale = pickLocale(locales, SPOKEN, ['en']);
  const plain = valuesFor(values, locales, locale, manyLines);
  const { provider = '' } = plain;
  return {
    locale,
    subject: sentence([locale], `notice.${kind}.subject`, valuesFor(values, locales, locale, oneLine)),
    text: `${sentence([locale], `notice.${kind}.text`, plain)}\n\n${provider}\nOdaq`,
  };
}

/** How to get no more of these, to stand below a text. */
export function unsubscribing(url: string, locale: string): string {
  return `${sentence([locale], 'notice.unsubscribe')}\n\n${url}`;
}

/** Beside each value that may be missing stands `<name>Given`, `yes` or `no`, for sentences that do without it. */
function valuesFor(
  values: Record<string, NoticeValue>,
  locales: readonly string[],
  locale: string,
  clean: (text: string) => string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string | number][] => {
      const told = typeof value === 'number' ? value : isolated(clean(textOf(value, locales, locale)), locale);
      return [
        [name, told],
        [`${name}Given`, value === null ? 'no' : 'yes'],
      ];
    }),
  );
}

function textOf(value: Exclude<NoticeValue, number>, locales: readonly string[], locale: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (isTexts(value)) return textIn(value.texts, locales);
  return tellMoment(value, locales[0] ?? locale);
}

/** The text in the first language wished for, else in any. */
export function textIn(texts: Record<string, string>, locales: readonly string[]): string {
  return texts[pickLocale(locales, Object.keys(texts), [])] ?? '';
}
