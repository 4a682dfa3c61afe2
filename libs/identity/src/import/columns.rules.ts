import { HEADER_WORDS, SCRIPT_WORDS } from './header-words.js';
import { MemberField } from './member-field.js';

/** What a column holds; the number counts from 1, as column A. */
export interface Column {
  number: number;
  /** What stands at its top; null: the file has no header. */
  header: string | null;
  /** Null: not read. */
  field: MemberField | null;
}

const FIELD_OF = new Map(
  Object.entries(HEADER_WORDS).flatMap(([field, words]) => words.map((word) => [bare(word), field as MemberField])),
);
const SCRIPTS = SCRIPT_WORDS.map(bare).sort((a, b) => b.length - a.length);

const IN_OTHER_SCRIPT: Partial<Record<MemberField, MemberField>> = {
  [MemberField.FAMILY_NAME]: MemberField.OTHER_FAMILY_NAME,
  [MemberField.GIVEN_NAME]: MemberField.OTHER_GIVEN_NAME,
  [MemberField.PATRONYMIC]: MemberField.OTHER_PATRONYMIC,
  [MemberField.FULL_NAME]: MemberField.OTHER_FULL_NAME,
};

/** Of a file without header: the first columns, in the order of documents. */
const USUAL_ORDER = [MemberField.FAMILY_NAME, MemberField.GIVEN_NAME, MemberField.PATRONYMIC];

/** Guesses what each column holds from its header; a name that comes a second time is that in the other script. */
export function guessColumns(headers: readonly string[]): Column[] {
  const taken = new Set<MemberField>();
  return headers.map((header, place) => {
    const field = freeField(fieldOf(header), taken);
    if (field) taken.add(field);
    return { number: place + 1, header, field };
  });
}

/** The columns of a file without header. */
export function unheadedColumns(width: number): Column[] {
  return Array.from({ length: width }, (_, place) => ({
    number: place + 1,
    header: null,
    field: USUAL_ORDER[place] ?? null,
  }));
}

/** Whether anybody can be named by these columns. */
export function namePeople(columns: readonly Column[]): boolean {
  const fields = new Set(columns.map(({ field }) => field));
  const hasParts = fields.has(MemberField.FAMILY_NAME) && fields.has(MemberField.GIVEN_NAME);
  return hasParts || fields.has(MemberField.FULL_NAME);
}

/** What people chose goes before what was guessed. */
export function withChosen(columns: readonly Column[], chosen: readonly Pick<Column, 'number' | 'field'>[]): Column[] {
  const wishes = new Map(chosen.map(({ number, field }) => [number, field]));
  const claimed = new Set(chosen.map(({ field }) => field));
  return columns.map((column) => {
    if (wishes.has(column.number)) return { ...column, field: wishes.get(column.number) ?? null };
    return column.field && claimed.has(column.field) ? { ...column, field: null } : column;
  });
}

function freeField(field: MemberField | null, taken: ReadonlySet<MemberField>): MemberField | null {
  if (!field || !taken.has(field)) return field;
  const other = IN_OTHER_SCRIPT[field];
  return other && !taken.has(other) ? other : null;
}

function fieldOf(header: string): MemberField | null {
  const word = bare(header);
  const known = FIELD_OF.get(word);
  if (known) return known;
  const script = SCRIPTS.find((name) => word.length > name.length && (word.endsWith(name) || word.startsWith(name)));
  if (!script) return null;
  const rest = word.endsWith(script) ? word.slice(0, -script.length) : word.slice(script.length);
  const field = FIELD_OF.get(rest);
  return (field && IN_OTHER_SCRIPT[field]) ?? null;
}

/** Letters and digits in lower case: neither dots nor apostrophes nor stars matter. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{Nd}]|\p{Lm}/gu, '');
}
