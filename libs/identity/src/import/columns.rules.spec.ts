import { guessColumns } from './columns.rules.js';
import { readDay } from './day.rules.js';
import { separatorOf } from './sheet/separator.rules.js';
import { columnName, columnOf } from './sheet/xlsx.rules.js';

const fieldsOf = (...headers: string[]) => guessColumns(headers).map(({ field }) => field);

describe('columns are recognized by their headers', () => {
  it.each([
    ['en', 'Surname', 'Given name', 'Date of birth'],
    ['ru', 'ФАМИЛИЯ', 'Имя *', 'Дата рождения:'],
    ['uz', 'Familiyasi', 'Ismi', 'Tug‘ilgan sanasi'],
    ['uz-Cyrl', 'Фамилияси', 'Исми', 'Туғилган санаси'],
    ['kk', 'Тегі', 'Аты', 'Туған күні'],
    ['ky', 'Фамилиясы', 'Аты', 'Туулган күнү'],
    ['tg', 'Насаб', 'Ном', 'Санаи таваллуд'],
    ['tk', 'Familiýasy', 'Ady', 'Doglan senesi'],
    ['az', 'Soyadı', 'Adı', 'Doğum tarixi'],
    ['fa', 'نام خانوادگی', 'نام', 'تاریخ تولد'],
  ])('in %s', (_, familyName, givenName, bornOn) => {
    expect(fieldsOf(familyName, givenName, bornOn)).toEqual(['FAMILY_NAME', 'GIVEN_NAME', 'BORN_ON']);
  });

  it('those in the other script by its name, or by coming second', () => {
    expect(fieldsOf('Фамилия', 'Фамилия (лат.)')).toEqual(['FAMILY_NAME', 'OTHER_FAMILY_NAME']);
    expect(fieldsOf('Ф.И.О.', 'F.I.Sh.')).toEqual(['FULL_NAME', 'OTHER_FULL_NAME']);
    expect(fieldsOf('Имя', 'First name', 'Ism')).toEqual(['GIVEN_NAME', 'OTHER_GIVEN_NAME', null]);
  });

  it('what says nothing is not read', () => {
    expect(fieldsOf('', '№', 'Примечание')).toEqual([null, null, null]);
  });
});

it.each([
  ['1990-05-17', '1990-05-17'],
  ['17.05.1990', '1990-05-17'],
  ['7/5/1990', '1990-05-07'],
  ['17.05.1990 г.', '1990-05-17'],
  ['1990-05-17T00:00:00', '1990-05-17'],
  ['31.02.1990', null],
  ['17.05.90', null],
  ['soon', null],
])('the day %s is read as %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

it.each([
  ['a;b,c;d', ';'],
  ['"a;b;c",d', ','],
  ['a\tb', '\t'],
  ['a', ','],
])('%j is separated by %j', (line, separator) => {
  expect(separatorOf(`${line}\nx,y;z;;;;`)).toBe(separator);
});

it.each([0, 25, 26, 51, 701, 702])('column %i has a name that leads back to it', (column) => {
  expect(columnOf(`${columnName(column)}7`)).toBe(column);
});
