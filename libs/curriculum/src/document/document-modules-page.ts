import { HOUR_KINDS, type Hours, HoursBasis, totalOf } from '../module/module.rows.js';
import { html, type Markup, said } from './markup.js';
import type { DocumentDifference, DocumentModule } from './program-document.js';
import type { Words } from './words.js';

const COLUMNS: Record<(typeof HOUR_KINDS)[number], string> = {
  lecture: 'lecture',
  practice: 'practice',
  selfStudy: 'self-study',
  assessment: 'assessment',
};

/** Hours of every module by kind, what every learner takes and the electives summed apart. */
export function planTable(modules: readonly DocumentModule[], words: Words): Markup {
  const head = HOUR_KINDS.map((kind) => html`<th scope="col">${words.label(COLUMNS[kind])}</th>`);
  const electives = modules.filter(({ isElective }) => isElective);
  return html`<div class="wide"><table>
<thead><tr><th scope="col">№</th><th scope="col">${words.label('module')}</th>${head}
<th scope="col">${words.label('total')}</th><th scope="col">${words.label('after')}</th></tr></thead>
<tbody>${modules.map((module) => planRow(module, words))}</tbody>
<tfoot>${sumRow(
    'compulsory',
    modules.filter(({ isElective }) => !isElective),
    words,
  )}
${electives.length > 0 ? sumRow('electives', electives, words) : null}</tfoot>
</table></div>
<p class="small">${words.label('hours-note')}</p>`;
}

function planRow(module: DocumentModule, words: Words): Markup {
  const elective = module.isElective ? html` <em>(${words.label('elective')})</em>` : null;
  return html`<tr><td class="number">${module.place}</td><td>${said(module.title)}${elective}</td>${hoursCells(module.hours, words)}
<td>${module.requiredPlaces.join(', ')}</td></tr>
`;
}

function sumRow(name: string, modules: readonly DocumentModule[], words: Words): Markup {
  const sum = (kind: keyof Hours) => modules.reduce((hours, module) => hours + module.hours[kind], 0);
  const hours: Hours = {
    lecture: sum('lecture'),
    practice: sum('practice'),
    selfStudy: sum('selfStudy'),
    assessment: sum('assessment'),
  };
  return html`<tr><td></td><td>${words.label(name)}</td>${hoursCells(hours, words)}<td></td></tr>
`;
}

function hoursCells(hours: Hours, words: Words): Markup {
  const cells = [...HOUR_KINDS.map((kind) => hours[kind]), totalOf(hours)];
  return html`${cells.map((cell) => html`<td class="number">${cell === 0 ? '–' : words.number(cell)}</td>`)}`;
}

/** What each module teaches, and what makes it other than in the base. */
export function moduleSections(modules: readonly DocumentModule[], words: Words): Markup {
  return html`${modules.map(
    (module) => html`<section class="module"><h3>${module.place}. ${said(module.title)}</h3>
${module.summary && html`<p>${said(module.summary)}</p>`}
${source(module, words)}
${list('outcomes', module.outcomes.map(said), words)}
${list('courses', module.courses.map(said), words)}
${list(
  'differs',
  module.differences.map((it) => difference(it, words)),
  words,
)}</section>
`,
  )}`;
}

/** Nothing where a requirement gives them: it stands with what differs. */
function source({ hoursBasis, hoursSource }: DocumentModule, words: Words): Markup | null {
  if (hoursBasis === HoursBasis.OWN_CHOICE) return html`<p class="small">${words.label('own-hours')}</p>`;
  if (hoursSource === null) return null;
  return html`<p class="small">${words.label('hours-source')}: <bdi>${hoursSource}</bdi></p>`;
}

function list(name: string, items: Markup[], words: Words): Markup | null {
  if (items.length === 0) return null;
  return html`<p>${words.label(name)}:</p><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function difference({ kind, requirement, reason }: DocumentDifference, words: Words): Markup {
  const forced = requirement && html` ${words.own(`${words.of('label', 'required-by')}:`)} ${said(requirement)}`;
  return html`${words.tell('override', kind)}${forced}${reason && html` <bdi>${reason}</bdi>`}`;
}
