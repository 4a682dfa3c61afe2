import { countOf, newAcademy, newStaff, type Staff } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { changeInput, newAct, send } from '../../support/curriculum.world.js';

const FIELDS = 'edition { id number inForceFrom inForceUntil requirements { code value unit } }';
const HOURS = { code: 'min-hours', kind: 'MIN_HOURS', value: 40, unit: 'ACADEMIC_HOURS' };

let lawyer: Staff;
beforeAll(async () => {
  lawyer = (await newAcademy()).admin;
});

const record = (input: object, who: Staff | null = lawyer) => send(who, 'recordLegalActChange', input, FIELDS);

describe('an act that changed', () => {
  it('gets a new edition, and the one before ends on its first day', async () => {
    const act = await newAct('KZ', [HOURS], { inForceFrom: '2016-01-01' });

    const answer = await record(changeInput(act, '2027-01-01', [{ ...HOURS, value: 72 }]));

    expect(answer).toSucceed();
    expect(answer.data.recordLegalActChange.edition).toMatchObject({
      number: 2,
      inForceFrom: '2027-01-01',
      inForceUntil: null,
      requirements: [{ code: 'min-hours', value: 72, unit: 'ACADEMIC_HOURS' }],
    });
    const { data } = await client.send(
      `query ($id: ID!) { legalAct(id: $id) {
        before: edition(on: "2026-12-31") { number inForceUntil requirements { value } }
        after: edition(on: "2027-01-01") { number requirements { value } } } }`,
      { id: act.id },
    );
    expect(data.legalAct).toEqual({
      before: { number: 1, inForceUntil: '2027-01-01', requirements: [{ value: 40 }] },
      after: { number: 2, requirements: [{ value: 72 }] },
    });
  });

  it('keeps one edition of two that are recorded at once for the same days', async () => {
    const act = await newAct('KZ', [HOURS]);

    const answers = await Promise.all(Array.from({ length: 8 }, () => record(changeInput(act, '2027-01-01', [HOURS]))));

    const made = answers.filter(({ data }) => data.recordLegalActChange.edition);
    expect(made).toHaveLength(1);
    expect(await countOf('legal_act_edition', 'act_id = $1', [act.id])).toBe(2);
  });

  it.each([
    ['begins on the day the edition in force began', 'EditionsOverlap', { inForceFrom: '2016-01-01' }],
    ['ends before it begins', 'EditionEndsBeforeStart', { inForceUntil: '2026-12-31' }],
    ['is of no act', 'LegalActNotFound', { legalActId: '01a00000-0000-7000-8000-000000000000' }],
  ])('is refused when it %s, and nothing is written', async (_, reason, more) => {
    const act = await newAct('KZ', [HOURS], { inForceFrom: '2016-01-01' });

    expect(await record(changeInput(act, '2027-01-01', [HOURS], more))).toBeRefusedWith(reason);

    expect(await countOf('legal_act_edition', 'act_id = $1', [act.id])).toBe(1);
  });

  it.each([
    ['a code twice', 'RequirementRepeated', [HOURS, HOURS]],
    ['a value without unit', 'ValueWithoutUnit', [{ ...HOURS, unit: null }]],
    ['hours counted in months', 'UnitDoesNotFit', [{ ...HOURS, unit: 'MONTHS' }]],
    ['a role that is in no list', 'UnknownCode', [{ ...HOURS, roleCodes: ['KING'] }]],
  ])('is refused with %s', async (_, reason, wishes) => {
    const act = await newAct('KZ', [HOURS]);
    expect(await record(changeInput(act, '2027-01-01', wishes))).toBeRefusedWith(reason);
    expect(await countOf('legal_act_edition', 'act_id = $1', [act.id])).toBe(1);
  });

  it.each([
    ['nobody', async (): Promise<Staff | null> => null, 'UNAUTHENTICATED'],
    ['a person without a role', () => newStaff(), 'FORBIDDEN'],
    ['a course editor', async () => (await newAcademy()).editor, 'FORBIDDEN'],
  ])('is not recorded by %s', async (_, who: () => Promise<Staff | null>, code) => {
    const act = await newAct('KZ', [HOURS]);

    expect(await record(changeInput(act, '2027-01-01', [HOURS]), await who())).toBeRefusedWith(code);

    expect(await countOf('legal_act_edition', 'act_id = $1', [act.id])).toBe(1);
  });
});
