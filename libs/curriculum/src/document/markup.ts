import { textDirection } from '#platform';
import type { Chosen } from '../text/chosen-text.js';

/** Text that is HTML already. Everything else is escaped where it is put in. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | readonly Part[];

/** HTML with every text in it escaped: whatever an editor wrote, it stays text. Null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((string, place) => string + written(parts[place] ?? null)).join(''));
}

/** A text in its own language and direction, so that it reads right wherever it stands. */
export function said({ text, locale }: Chosen): Markup {
  return html`<span lang="${locale}" dir="${textDirection(locale)}">${text}</span>`;
}

/** A text as a string of a style sheet. */
export function styleString(text: string): string {
  const safe = [...text].map((letter) => (/[\p{L}\p{N} .,:–-]/u.test(letter) ? letter : escapedForStyle(letter)));
  return `"${safe.join('')}"`;
}

function escapedForStyle(letter: string): string {
  return `\\${letter.codePointAt(0)?.toString(16)} `;
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  return String(part).replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
