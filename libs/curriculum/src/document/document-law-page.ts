import { sentence } from '#platform';
import { Verdict } from '../alignment/engine.types.js';
import { html, type Markup, said } from './markup.js';
import type { Article, CountryLaw, ProgramDocument } from './program-document.js';
import type { Words } from './words.js';

const VERDICTS = Object.values(Verdict);

/** The law of one country, requirement by requirement; of all countries, how many requirements have which answer. */
export function lawSections({ law, country }: ProgramDocument, words: Words): Markup {
  const title = html`<h2>${words.label('alignment')}</h2>`;
  if (!country) return html`${title}${countsTable(law, words)}`;
  return html`${law.map((one) => html`<section class="law-of">${title}${lawOf(one, words)}</section>`)}`;
}

function countsTable(law: readonly CountryLaw[], words: Words): Markup {
  const count = (articles: Article[], verdict: Verdict) =>
    articles.filter(({ finding }) => finding.verdict === verdict).length;
  return html`<div class="wide"><table><thead><tr><th scope="col">${words.label('country')}</th>${VERDICTS.map(
    (verdict) => html`<th scope="col">${words.tell('verdict', verdict)}</th>`,
  )}</tr></thead><tbody>${law.map(
    ({ name, articles }) => html`<tr><td>${said(name)}</td>${VERDICTS.map(
      (verdict) => html`<td class="number">${count(articles, verdict)}</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
}

function lawOf(law: CountryLaw, words: Words): Markup {
  return html`<h3>${said(law.name)}</h3>
${law.hasVariant ? null : html`<p>${words.label('no-variant')}</p>`}
${
  law.articles.length === 0
    ? html`<p>${words.label('no-requirement')}</p>`
    : html`<div class="wide"><table class="law"><thead><tr><th scope="col">${words.label('requirement')}</th><th scope="col">${words.label('answer')}</th>
<th scope="col">${words.label('grounds')}</th></tr></thead><tbody>${law.articles.map((it) => articleRow(it, law, words))}</tbody></table></div>`
}
${conventions(law, words)}`;
}

function articleRow(article: Article, law: CountryLaw, words: Words): Markup {
  const { finding, requirement, text } = article;
  return html`<tr><td><p>${said(text)}</p><p class="small">${citation(article, words)}</p>
<p class="small">${words.tell('verification', requirement.verification)}</p></td>
<td class="${finding.verdict}">${words.tell('verdict', finding.verdict)}</td>
<td>${explanation(article, words)}${counting(article, law, words)}
${finding.isToBeRechecked ? html`<p><strong>${words.label('recheck')}</strong></p>` : null}</td></tr>
`;
}

/** `Labor Code, No. 414-V, Edition 2, in force from 2024-01-01, Art. 182`. */
function citation({ act, actTitle, edition, requirement }: Article, words: Words): Markup {
  const label = (name: string, value: string | number) => html`, ${words.label(name)} <bdi>${value}</bdi>`;
  return html`${said(actTitle)}${act.number && label('act-number', act.number)}${label('edition', edition.number)}${
    edition.inForceFrom && label('in-force', edition.inForceFrom)
  }${requirement.article && html`, <bdi>${requirement.article}</bdi>`}`;
}

function explanation({ finding: { because } }: Article, words: Words): Markup {
  const sentences = because.map(({ key, values }) => sentence(words.wishes, `curriculum.finding.${key}`, values));
  return html`${sentences.map((text) => html`<p>${words.own(text)}</p>`)}`;
}

function counting({ finding }: Article, { titles }: CountryLaw, words: Words): Markup | null {
  const counted = finding.moduleIds.flatMap((id) => titles.get(id) ?? []);
  if (counted.length === 0) return null;
  return html`<p class="small">${words.own(`${words.of('label', 'counting')}:`)} ${counted.map(
    (title, place) => html`${place > 0 ? '; ' : ''}${said(title)}`,
  )}</p>`;
}

function conventions(law: CountryLaw, words: Words): Markup | null {
  if (law.conventions.length === 0) return null;
  return html`<h3>${words.label('conventions')}</h3><ul>${law.conventions.map(
    ({ code, title, status, date }) =>
      html`<li><bdi>${code}</bdi> ${said(title)}: ${words.tell('ratification', status)}${date && html`, <bdi>${date}</bdi>`}</li>`,
  )}</ul>`;
}
