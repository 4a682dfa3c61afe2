import { csv } from './csv.js';

describe('a table for a spreadsheet', () => {
  it.each([
    ['a plain text', '"a plain text"'],
    ['says "no"', '"says ""no"""'],
    ['two\nlines, one cell', '"two\nlines, one cell"'],
    ['=1+1', `"'=1+1"`],
    ['  @SUM(A1)', `"'  @SUM(A1)"`],
    ['-5', `"'-5"`],
    ['+7', `"'+7"`],
    ['＝1+1', `"'＝1+1"`],
    ['\tx', `"'\tx"`],
    ['5 - 3', '"5 - 3"'],
    [24.5, '24.5'],
    [-1, '-1'],
    [true, 'true'],
    [null, ''],
  ])('holds %j as %s', (given, written) => {
    expect(csv([[given]])).toBe(`\uFEFF${written}\r\n`);
  });
});
