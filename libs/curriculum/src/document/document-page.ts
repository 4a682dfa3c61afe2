import { createHash } from 'node:crypto';
import { textDirection } from '#platform';
import type { Chosen } from '../text/chosen-text.js';
import { lawSections } from './document-law-page.js';
import { moduleSections, planTable } from './document-modules-page.js';
import { documentStyle } from './document-style.js';
import { html, Markup, said } from './markup.js';
import type { ProgramDocument } from './program-document.js';
import { Words } from './words.js';

export interface RenderedPage {
  body: string;
  /** Lets in the page’s own style and nothing else. */
  contentSecurityPolicy: string;
}

/** The document as one page of HTML that needs nothing from anywhere and prints well. */
export function documentPage(document: ProgramDocument): RenderedPage {
  const words = new Words(document.locales);
  const style = documentStyle(runningTitle(document, words));
  const { locale } = document.title;
  const page = html`<!doctype html>
<html lang="${locale}" dir="${textDirection(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.title.text}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<p class="kind">${words.own(words.of('kind', 'curriculum'))} <bdi>${document.code}</bdi></p>
<h1>${said(document.title)}</h1>
${document.summary && html`<p>${said(document.summary)}</p>`}
${facts(document, words)}
</header>
<main>
${heading(words, 'plan')}
${planTable(document.modules, words)}
${heading(words, 'content')}
${moduleSections(document.modules, words)}
${lawSections(document, words)}
</main>
${approval(words)}
</body>
</html>
`;
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    body: page.text,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

function heading(words: Words, name: string): Markup {
  return html`<h2>${words.label(name)}</h2>`;
}

function facts(document: ProgramDocument, words: Words): Markup {
  const { modes, documents, providers, repeatMonths, baseNumber, hoursSource } = document;
  const rows: [name: string, value: Markup | string | null][] = [
    ['owner', said(document.owner)],
    ['country', document.country && said(document.country)],
    ['version', versionOf(document, words)],
    ['follows', baseNumber === null ? null : String(baseNumber)],
    ['law-on', document.on],
    ['sectors', listed(document.sectors, words, 'all-sectors')],
    ['roles', listed(document.roles, words, 'any-role')],
    ['hours-of-whole', hoursSource && html`<bdi>${hoursSource}</bdi>`],
    ['repeat', repeatMonths === null ? null : String(repeatMonths)],
    ['modes', modes.length > 0 ? words.own(words.all('mode', modes)) : null],
    ['documents', documents.length > 0 ? words.own(words.all('document', documents)) : null],
    ['providers', providers.length > 0 ? words.own(words.all('provider', providers)) : null],
    ['identifier', html`<bdi>${document.code}</bdi><br><bdi class="small">${document.address}</bdi>`],
  ];
  const shown = rows.filter(([, value]) => value !== null);
  return html`<dl class="facts">${shown.map(
    ([name, value]) => html`<dt>${words.label(name)}</dt><dd>${value}</dd>`,
  )}</dl>`;
}

function versionOf({ number, publishedOn }: ProgramDocument, words: Words): Markup {
  const state = publishedOn ? `${words.of('label', 'published')}: ${publishedOn}` : words.of('label', 'draft');
  return html`<bdi>${number}</bdi>, ${words.own(state)}`;
}

function listed(texts: Chosen[], words: Words, none: string): Markup {
  if (texts.length === 0) return words.label(none);
  return html`${texts.map((text, place) => html`${place > 0 ? ', ' : ''}${said(text)}`)}`;
}

function runningTitle({ code, title, number, country, on }: ProgramDocument, words: Words): string {
  const version = `${words.of('label', 'version')} ${number}`;
  const short = title.text.length > 70 ? `${title.text.slice(0, 69)}…` : title.text;
  return [code, short, country?.text, version, on].filter(Boolean).join(' · ');
}

/** Where the approving body signs. */
function approval(words: Words): Markup {
  const line = (name: string) => html`<p class="line">${words.label(name)}</p>`;
  return html`<section class="approval"><div><p>${words.label('approved')}</p>${line('signature')}</div>
<div><p>&#160;</p>${line('date')}</div></section>`;
}
