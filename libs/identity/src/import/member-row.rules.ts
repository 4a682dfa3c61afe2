import { isEmail } from 'class-validator';
import { isPlainText } from '#platform';
import { NationalNumberType } from '../national-number/national-number-type.js';
import { type GivenNumber, isWrongNumber, plainNumber } from '../national-number/number.rules.js';
import { type Names, scriptOf } from '../person/name.rules.js';
import type { Column } from './columns.rules.js';
import { readDay } from './day.rules.js';
import { MemberField } from './member-field.js';
import { RowFault, type RowProblem } from './row-problem.js';
import type { SheetRow } from './sheet/sheet.js';

/** What the rows are read against. */
export interface RowGround {
  columns: readonly Column[];
  /** Of the organization of the import: what numbers without a country are taken for. */
  countryCode: string;
  countries: ReadonlySet<string>;
  today: string;
  organizationId: string;
  /** Ids of the organizations that are named so. */
  organizationsNamed: (name: string) => readonly string[];
}

/** A row as it was understood. */
export interface MemberRow {
  names: Names;
  /** Null: not given. */
  otherNames: Names | null;
  bornOn: string | null;
  email: string | null;
  /** Null: today. */
  startedOn: string | null;
  organizationId: string;
  number: GivenNumber | null;
}

const LONGEST_NAME = 100;
const LONGEST_NUMBER = 40;

/** Reads one row; all that is wrong with it is told at once. With problems, the member is a best guess for showing. */
export function readMemberRow(row: SheetRow, ground: RowGround): { member: MemberRow; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const cells = new Map<MemberField, { text: string; column: number }>();
  for (const { number, field } of ground.columns) {
    const text = unguarded(row.cells[number - 1] ?? '');
    if (field && text !== '' && !cells.has(field)) cells.set(field, { text, column: number });
  }
  const columnOf = (field: MemberField) =>
    cells.get(field)?.column ?? ground.columns.find((column) => column.field === field)?.number ?? null;
  const blame = (field: MemberField, fault: RowFault) => problems.push({ fault, column: columnOf(field) });
  const read = <T>(field: MemberField, fault: RowFault, parse: (text: string) => T | null): T | null => {
    const cell = cells.get(field);
    if (!cell) return null;
    const value = parse(cell.text);
    if (value === null) blame(field, fault);
    return value;
  };
  const name = (field: MemberField) =>
    read(field, RowFault.NOT_PLAIN_TEXT, (text) => (isPlainText(text, LONGEST_NAME) ? text : null));
  const day = (field: MemberField) => {
    const value = read(field, RowFault.NOT_A_DAY, readDay);
    if (value !== null && value > ground.today) blame(field, RowFault.DAY_IN_FUTURE);
    return value;
  };

  const names = wholeName(name(MemberField.FULL_NAME)) ?? {
    familyName: name(MemberField.FAMILY_NAME) ?? '',
    givenName: name(MemberField.GIVEN_NAME) ?? '',
    patronymic: name(MemberField.PATRONYMIC),
  };
  const nameColumn = cells.has(MemberField.FULL_NAME) ? MemberField.FULL_NAME : null;
  if (names.familyName === '' && !isBlamed(problems, columnOf(nameColumn ?? MemberField.FAMILY_NAME))) {
    blame(nameColumn ?? MemberField.FAMILY_NAME, RowFault.MISSING);
  }
  if (names.givenName === '' && !isBlamed(problems, columnOf(nameColumn ?? MemberField.GIVEN_NAME))) {
    blame(nameColumn ?? MemberField.GIVEN_NAME, RowFault.MISSING);
  }

  const otherNames = wholeName(name(MemberField.OTHER_FULL_NAME)) ?? otherParts(name);
  if (otherNames && (otherNames.familyName === '' || otherNames.givenName === '')) {
    blame(
      otherNames.familyName === '' ? MemberField.OTHER_FAMILY_NAME : MemberField.OTHER_GIVEN_NAME,
      RowFault.MISSING,
    );
  } else if (otherNames && scriptOf(otherNames) !== null && scriptOf(otherNames) === scriptOf(names)) {
    blame(
      cells.has(MemberField.OTHER_FULL_NAME) ? MemberField.OTHER_FULL_NAME : MemberField.OTHER_FAMILY_NAME,
      RowFault.SAME_SCRIPT,
    );
  }

  const countryCode =
    read(MemberField.NUMBER_COUNTRY, RowFault.COUNTRY_UNKNOWN, (text) =>
      ground.countries.has(text.toUpperCase()) ? text.toUpperCase() : null,
    ) ?? ground.countryCode;
  const numberField = cells.has(MemberField.PERSONAL_NUMBER) ? MemberField.PERSONAL_NUMBER : MemberField.PASSPORT;
  const number = read(numberField, RowFault.NUMBER_WRONG, (text) => readNumber(text, numberField, countryCode));

  const member: MemberRow = {
    names,
    otherNames,
    bornOn: day(MemberField.BORN_ON),
    email: read(MemberField.EMAIL, RowFault.NOT_A_MAILBOX, (text) =>
      isEmail(text) && text.length <= 254 ? text : null,
    ),
    startedOn: day(MemberField.STARTED_ON),
    organizationId: ground.organizationId,
    number,
  };
  const organization = cells.get(MemberField.ORGANIZATION);
  if (organization) {
    const [found, another] = ground.organizationsNamed(organization.text);
    if (found) member.organizationId = found;
    if (!found) blame(MemberField.ORGANIZATION, RowFault.ORGANIZATION_UNKNOWN);
    else if (another) blame(MemberField.ORGANIZATION, RowFault.ORGANIZATION_AMBIGUOUS);
  }
  return { member, problems };
}

/** What we write before a text that would else be a formula is not part of it. */
function unguarded(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function isBlamed(problems: readonly RowProblem[], column: number | null): boolean {
  return problems.some((problem) => problem.column === column);
}

/** Family name, given name, and all that follows as patronymic. */
function wholeName(text: string | null): Names | null {
  if (text === null) return null;
  const [familyName = '', givenName = '', ...rest] = text.split(/\s+/u);
  return { familyName, givenName, patronymic: rest.join(' ') || null };
}

function otherParts(name: (field: MemberField) => string | null): Names | null {
  const parts = {
    familyName: name(MemberField.OTHER_FAMILY_NAME) ?? '',
    givenName: name(MemberField.OTHER_GIVEN_NAME) ?? '',
    patronymic: name(MemberField.OTHER_PATRONYMIC),
  };
  return parts.familyName || parts.givenName || parts.patronymic ? parts : null;
}

function readNumber(text: string, field: MemberField, countryCode: string): GivenNumber | null {
  const type = field === MemberField.PASSPORT ? NationalNumberType.PASSPORT : NationalNumberType.PERSONAL_NUMBER;
  const plain = plainNumber(text);
  if (plain.length > LONGEST_NUMBER) return null;
  const number = { type, countryCode, value: plain };
  if (!isWrongNumber(number)) return number;
  const padded = { ...number, value: plain.padStart(12, '0') };
  return lacksZeros(number) && !isWrongNumber(padded) ? padded : null;
}

/**
 * Spreadsheets drop the zeros that numbers of people born from 2000 on begin with. The check digit says if so, but of
 * eleven wrong numbers one passes it; so the birth date at its beginning must be one too.
 */
function lacksZeros({ type, countryCode, value }: GivenNumber): boolean {
  if (type !== NationalNumberType.PERSONAL_NUMBER || countryCode !== 'KZ' || !/^\d{10,11}$/.test(value)) return false;
  return /^0\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(value.padStart(12, '0'));
}
