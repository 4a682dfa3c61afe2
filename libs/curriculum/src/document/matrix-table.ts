import { sentence } from '#platform';
import { csv } from './csv.js';
import type { Article, CountryLaw, ProgramDocument } from './program-document.js';
import { Words } from './words.js';

const COLUMNS = [
  'country',
  'act-code',
  'act',
  'act-number',
  'edition',
  'in-force-from',
  'requirement-code',
  'article',
  'requirement',
  'verification',
  'verdict-code',
  'verdict',
  'hours-found',
  'hours-asked',
  'months-found',
  'months-asked',
  'blocking',
  'recheck',
  'modules',
  'grounds',
];

/** The alignment matrix as a table for a spreadsheet: one row per country and requirement. */
export function matrixTable({ law, locales }: Pick<ProgramDocument, 'law' | 'locales'>): string {
  const words = new Words(locales);
  const rows = law.flatMap((country) => country.articles.map((article) => rowOf(article, country, words)));
  return csv([COLUMNS.map((name) => words.of('column', name)), ...rows]);
}

function rowOf({ act, actTitle, edition, requirement, text, finding }: Article, law: CountryLaw, words: Words) {
  const { hours, months, because, moduleIds } = finding;
  const grounds = because.map(({ key, values }) => sentence(words.wishes, `curriculum.finding.${key}`, values));
  return [
    law.code,
    act.code,
    actTitle.text,
    act.number,
    edition.number,
    edition.inForceFrom,
    requirement.code,
    requirement.article,
    text.text,
    requirement.verification,
    finding.verdict,
    words.of('verdict', finding.verdict),
    hours?.found ?? null,
    hours?.asked ?? null,
    months?.found ?? null,
    months?.asked ?? null,
    finding.isBlocking,
    finding.isToBeRechecked,
    moduleIds.flatMap((id) => law.titles.get(id)?.text ?? []).join('; '),
    grounds.join(' '),
  ];
}
