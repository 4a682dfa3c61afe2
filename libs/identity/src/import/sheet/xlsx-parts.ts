import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { PackedTexts } from './packed-texts.js';
import { FileFault, type SheetRow, UnreadableFile } from './sheet.js';
import { cellText, columnOf, isDateFormat } from './xlsx.rules.js';

type Bytes = AsyncIterable<Buffer>;
type Attributes = Record<string, string>;

interface Handlers {
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

export interface Look {
  texts: PackedTexts;
  /** Numbers of the cell styles that show a day. */
  dates: ReadonlySet<number>;
  countsFrom1904: boolean;
}

/** Where the first sheet and the shared texts are. */
export async function firstSheetIn(workbook: string, relations: string) {
  let sheetRelation: string | undefined;
  let countsFrom1904 = false;
  parse(workbook, (name, attributes) => {
    if (name === 'sheet') sheetRelation ??= attributes.id;
    if (name === 'workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
  });
  let [sheetPath, textsPath]: (string | undefined)[] = [];
  parse(relations, (name, { Id, Target = '', Type = '' }) => {
    if (name !== 'Relationship') return;
    const path = posix.join('/xl', Target.startsWith('/') ? posix.relative('/xl', Target) : Target).slice(1);
    if (Id === sheetRelation) sheetPath = path;
    if (Type.endsWith('/sharedStrings')) textsPath = path;
  });
  if (!sheetPath) throw new UnreadableFile(FileFault.NOT_A_TABLE);
  return { sheetPath, textsPath, countsFrom1904 };
}

export function dateStylesIn(styles: string): Set<number> {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let isInCells = false;
  let style = 0;
  parse(
    styles,
    (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      if (isDateFormat(Number(numFmtId), codes.get(Number(numFmtId)))) dates.add(style);
      style += 1;
    },
    (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  );
  return dates;
}

export async function sharedTextsIn(bytes: Bytes): Promise<PackedTexts> {
  const texts = new PackedTexts();
  const collect = textCollector();
  await parseStream(bytes, {
    open: collect.open,
    text: collect.text,
    close: (name) => {
      collect.close(name);
      if (name === 'si') texts.add(collect.take());
    },
  });
  return texts;
}

export async function* sheetRowsIn(bytes: Bytes, look: Look): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let [column, type, style] = [-1, 'n', 0];
  const collect = textCollector();
  const parser = parserOf({
    open: (name, attributes) => {
      if (name === 'row') {
        row = { number: Number(attributes.r ?? row.number + 1), cells: [] };
        column = -1;
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
      } else collect.open(name);
    },
    text: collect.text,
    close: (name) => {
      collect.close(name);
      if (name === 'c') putCell(row, column, cellText(collect.take(), { type, style }, look));
      if (name === 'row' && row.cells.some((cell) => cell !== '')) rows.push(row);
    },
  });
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  parser.close();
  yield rows;
}

const MOST_COLUMNS = 200;

function putCell({ cells }: SheetRow, column: number, text: string): void {
  if (column < 0 || column >= MOST_COLUMNS || text === '') return;
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** Texts in `v` and `t`, without the reading aids for Asian scripts. */
function textCollector() {
  let parts: string[] = [];
  let depth = 0;
  let isAid = false;
  return {
    open: (name: string) => {
      if (name === 'v' || name === 't') depth += 1;
      if (name === 'rPh') isAid = true;
    },
    text: (text: string) => {
      if (depth > 0 && !isAid) parts.push(text);
    },
    close: (name: string) => {
      if (name === 'v' || name === 't') depth -= 1;
      if (name === 'rPh') isAid = false;
    },
    take: () => {
      const text = parts.join('');
      parts = [];
      return text;
    },
  };
}

function parse(xml: string, open: Handlers['open'], close?: Handlers['close']): void {
  if (xml !== '') parserOf({ open, close }).write(xml).close();
}

async function parseStream(bytes: Bytes, handlers: Handlers): Promise<void> {
  const parser = parserOf(handlers);
  const decoder = new TextDecoder();
  for await (const piece of bytes) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
}

/** Names without prefix: some programs write `x:row`. */
function parserOf({ open, close, text }: Handlers): SaxesParser {
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw error;
  });
  // Entities of one’s own are how an XML of a few bytes becomes a large one.
  parser.on('doctype', () => {
    throw new UnreadableFile(FileFault.NOT_A_TABLE);
  });
  if (open) {
    parser.on('opentag', ({ name, attributes }) => {
      const bare = Object.entries(attributes as Attributes).map(([key, value]) => [local(key), value]);
      open(local(name), Object.fromEntries(bare));
    });
  }
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  if (text) parser.on('text', text);
  return parser;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
