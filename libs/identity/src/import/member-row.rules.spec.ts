import { kazakhNumber } from '../../../../test/support/identity.world.js';
import { MemberField } from './member-field.js';
import { readMemberRow } from './member-row.rules.js';

const FIELDS = [MemberField.FAMILY_NAME, MemberField.GIVEN_NAME, MemberField.PERSONAL_NUMBER];

function read(number: string) {
  return readMemberRow(
    { number: 2, cells: ['A', 'B', number] },
    {
      columns: FIELDS.map((field, place) => ({ number: place + 1, header: '', field })),
      countryCode: 'KZ',
      countries: new Set(['KZ']),
      today: '2026-01-01',
      organizationId: 'here',
      organizationsNamed: () => [],
    },
  );
}

describe('a personal number of Kazakhstan', () => {
  it('gets back the zero that a spreadsheet took from it', () => {
    const number = kazakhNumber('2005-10-17');

    expect(read(number.slice(1)).member.number?.value).toBe(number);
  });

  it('that lacks its last digit is wrong, and never becomes another’s', () => {
    for (let time = 0; time < 200; time += 1) {
      const { member, problems } = read(kazakhNumber('1990-05-17').slice(0, 11));

      expect(member.number).toBeNull();
      expect(problems).toEqual([{ fault: 'NUMBER_WRONG', column: 3 }]);
    }
  });
});
