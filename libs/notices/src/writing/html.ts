import { textDirection } from '#platform';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A page with the same words as the plain text: paragraphs and line breaks, and nothing a text brings along. */
export function htmlOf(text: string, locale: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>\n')}</p>`);
  return [
    '<!doctype html>',
    `<html lang="${locale}" dir="${textDirection(locale)}">`,
    '<head><meta charset="utf-8"></head>',
    `<body>\n${paragraphs.join('\n')}\n</body>`,
    '</html>',
  ].join('\n');
}

/** Only an address that makes a paragraph by itself is a link: those are ours. */
function linked(paragraph: string): string {
  const escaped = escapeHtml(paragraph);
  return /^https?:\/\/\S+$/.test(paragraph) ? `<a href="${escaped}">${escaped}</a>` : escaped;
}
