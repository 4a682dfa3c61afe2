import type { GraphQLSchema } from 'graphql';
import { ANYWHERE } from './cases.js';
import { ACTORS, type Actor } from './ground.js';

/** What somebody was answered, in the words of the printed matrix. */
export type Cell = 'yes' | 'sign in' | 'forbidden' | 'not there' | `?${string}`;

export interface Row {
  /** `query courses`, `mutation enroll`, `inside Viewer.enrollments`. */
  field: string;
  /** What `access.md` says; for what is inside another field: nothing. */
  access: string;
  cells: Record<Actor, Cell>;
}

/** Permissions that everybody has who is signed in, about themselves. */
const ABOUT_ONESELF = ['viewer.act', 'enrollment.own'];
const NEVER: readonly Actor[] = ['anonymous', 'revoked', 'expired', 'unrelated officer', 'admin of another academy'];

export function rootFieldsOf(schema: GraphQLSchema): { queries: string[]; mutations: string[] } {
  const names = (type: ReturnType<GraphQLSchema['getQueryType']>) => Object.keys(type?.getFields() ?? {}).sort();
  return { queries: names(schema.getQueryType()), mutations: names(schema.getMutationType()) };
}

/** Root fields without a case, and cases without a field. */
export function unmatched(fields: readonly string[], cases: readonly string[]): string[] {
  const [known, tried] = [new Set(fields), new Set(cases)];
  return [...fields.filter((field) => !tried.has(field)), ...cases.filter((name) => !known.has(name))];
}

/** Reasons that say that it is for others to do. */
const OTHERS = ['NotYourMember', 'OtherLayerAsked'];

/** The code of a refusal, or the type of its reason, as one cell. */
export function cellOf(refusal: string | null): Cell {
  if (refusal === null) return 'yes';
  if (refusal === 'UNAUTHENTICATED') return 'sign in';
  if (refusal === 'FORBIDDEN' || OTHERS.includes(refusal)) return 'forbidden';
  if (refusal === 'NOT_FOUND' || refusal.endsWith('NotFound')) return 'not there';
  return `?${refusal}`;
}

/** What no field may answer, whatever the printed matrix says. */
export function complaintsOf({ field, access, cells }: Row): string[] {
  const name = field.split(' ').at(-1) ?? field;
  const passed = ACTORS.filter((actor) => cells[actor] === 'yes');
  const unclear = ACTORS.filter((actor) => cells[actor].startsWith('?'));
  const isForAll = access === 'everybody' || passed.length === ACTORS.length;
  const strangers = isForAll || ABOUT_ONESELF.includes(access) || name in ANYWHERE ? ['anonymous' as Actor] : NEVER;
  const astray = isForAll ? [] : passed.filter((actor) => strangers.includes(actor));
  return [
    ...(passed.length === 0 ? ['nobody gets through: the case tries nothing'] : []),
    ...unclear.map((actor) => `${actor} is told ${cells[actor].slice(1)}`),
    ...astray.map((actor) => `${actor} gets through`),
  ];
}

/** The page a reviewer reads. */
export function printed(rows: readonly Row[]): string {
  const head = ['Field', 'Access', ...ACTORS];
  const lines = rows.map(({ field, access, cells }) => [
    field,
    access && `\`${access}\``,
    ...ACTORS.map((actor) => (cells[actor] === 'yes' ? '**yes**' : cells[actor])),
  ]);
  return [
    '# Who gets what',
    '',
    'Played over HTTP by `test/e2e/access`, and compared at each run: everything is about one regional branch, one of its',
    'members, and one academy. Officers hold the strongest role there is, so what they are refused is refused for the',
    'place alone. What is refused leaves no trace in any table. Written anew by',
    '`WRITE_ACCESS_MATRIX=1 npm test -- e2e/access --runInBand`; the difference belongs into the review.',
    '',
    ...[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

/** The rows of a printed page, by field. */
export function read(page: string): Map<string, Row> {
  const rows = page
    .split('\n')
    .filter((line) => /^\| (query|mutation|inside) /.test(line))
    .map((line) => {
      const [field = '', access = '', ...cells] = line.slice(2, -2).split(' | ');
      const plain = cells.map((cell) => cell.replaceAll('*', '') as Cell);
      const byActor = Object.fromEntries(ACTORS.map((actor, place) => [actor, plain[place]])) as Row['cells'];
      return { field, access: access.replaceAll('`', ''), cells: byActor };
    });
  return new Map(rows.map((row) => [row.field, row]));
}
