import fc from 'fast-check';
import { RequestAct, RequestStage } from './request.enums.js';
import { actsOpenTo, JOINABLE, OPEN, type Party, stageAfter, stagesOfTurn, TURNS } from './request.rules.js';

const STAGES = Object.values(RequestStage);
const ACTS = Object.values(RequestAct);
const PARTIES: Party[] = ['requester', 'supporter', 'academy', 'clock'];

/** Every move there is; whatever is not written here is not allowed. */
const ALLOWED = `
  requester REVISE   DRAFT      → DRAFT
  requester SUBMIT   DRAFT      → SUBMITTED
  supporter SUPPORT  SUBMITTED  → SUBMITTED
  supporter SUPPORT  IN_TRIAGE  → IN_TRIAGE
  supporter SUPPORT  PROPOSED   → PROPOSED
  supporter SUPPORT  RETURNED   → RETURNED
  supporter WITHDRAW_SUPPORT SUBMITTED → SUBMITTED
  supporter WITHDRAW_SUPPORT IN_TRIAGE → IN_TRIAGE
  supporter WITHDRAW_SUPPORT PROPOSED  → PROPOSED
  supporter WITHDRAW_SUPPORT RETURNED  → RETURNED
  academy   TAKE     SUBMITTED  → IN_TRIAGE
  academy   DECLINE  SUBMITTED  → DECLINED
  academy   DECLINE  IN_TRIAGE  → DECLINED
  academy   DECLINE  RETURNED   → DECLINED
  academy   MERGE    SUBMITTED  → MERGED
  academy   MERGE    IN_TRIAGE  → MERGED
  academy   PROPOSE  IN_TRIAGE  → PROPOSED
  academy   PROPOSE  PROPOSED   → PROPOSED
  academy   PROPOSE  RETURNED   → PROPOSED
  requester ACCEPT   PROPOSED   → ACCEPTED
  requester RETURN   PROPOSED   → RETURNED
  academy   SCHEDULE ACCEPTED   → SCHEDULED
  academy   SCHEDULE SCHEDULED  → SCHEDULED
  clock     DELIVER  SCHEDULED  → DELIVERED
  requester EVALUATE DELIVERED  → EVALUATED
  supporter EVALUATE DELIVERED  → DELIVERED
  supporter EVALUATE EVALUATED  → EVALUATED
  requester WITHDRAW DRAFT      → WITHDRAWN
  requester WITHDRAW SUBMITTED  → WITHDRAWN
  requester WITHDRAW IN_TRIAGE  → WITHDRAWN
  requester WITHDRAW PROPOSED   → WITHDRAWN
  requester WITHDRAW RETURNED   → WITHDRAWN`;

const allowed = new Map(
  ALLOWED.trim()
    .split('\n')
    .map((line) => line.trim().split(/[\s→]+/))
    .map(([party, act, from, to]) => [`${party} ${act} ${from}`, to as RequestStage]),
);
const everyMove = PARTIES.flatMap((party) => ACTS.flatMap((act) => STAGES.map((from) => ({ party, act, from }))));

describe('the life of a request', () => {
  it('allows the 32 moves that are written down, and leads where they say', () => {
    const found = everyMove.filter(({ party, act, from }) => stageAfter(act, party, from));

    expect(found.length).toBe(32);
    for (const { party, act, from } of everyMove) {
      expect([party, act, from, stageAfter(act, party, from)]).toEqual([
        party,
        act,
        from,
        allowed.get(`${party} ${act} ${from}`) ?? null,
      ]);
    }
  });

  it('never goes on after it was declined, withdrawn or merged', () => {
    for (const stage of [RequestStage.DECLINED, RequestStage.WITHDRAWN, RequestStage.MERGED]) {
      expect(actsOpenTo(PARTIES, stage)).toEqual([]);
      expect(TURNS[stage]).toBeUndefined();
    }
  });

  it('waits, in every open stage, for somebody who can do what is waited for', () => {
    for (const stage of STAGES) {
      const turn = TURNS[stage];
      if (!turn) continue;
      const canAct = turn.act === RequestAct.DELIVER ? 'clock' : turn.party;
      expect(stageAfter(turn.act, canAct, stage)).not.toBeNull();
    }
    expect([...stagesOfTurn('requester'), ...stagesOfTurn('academy')].sort()).toEqual(Object.keys(TURNS).sort());
  });

  it('counts as demand what is handed in and neither closed nor delivered', () => {
    const uncounted = STAGES.filter((stage) => !OPEN.includes(stage));

    expect(uncounted).toEqual(['DRAFT', 'DELIVERED', 'EVALUATED', 'DECLINED', 'WITHDRAWN', 'MERGED']);
    expect(JOINABLE.every((stage) => OPEN.includes(stage))).toBe(true);
  });

  it('lets an officer of a union see what can be done with a proposal', () => {
    expect(actsOpenTo(['requester'], RequestStage.PROPOSED)).toEqual(['ACCEPT', 'RETURN', 'WITHDRAW']);
    expect(actsOpenTo([], RequestStage.PROPOSED)).toEqual([]);
  });
});

describe('whatever people do in whatever order', () => {
  const steps = fc.array(fc.record({ act: fc.constantFrom(...ACTS), party: fc.constantFrom(...PARTIES) }), {
    maxLength: 200,
  });
  const walk = (history: { act: RequestAct; party: Party }[]) => {
    const passed = [{ act: RequestAct.DRAFT as RequestAct, stage: RequestStage.DRAFT as RequestStage }];
    for (const { act, party } of history) {
      const next = stageAfter(act, party, passed.at(-1)?.stage ?? RequestStage.DRAFT);
      if (next) passed.push({ act, stage: next });
    }
    return passed;
  };

  it('nothing is scheduled that was not accepted, and nothing accepted that was not proposed', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const acts = walk(history).map(({ act }) => act);
        for (const [later, earlier] of [
          ['TAKE', 'SUBMIT'],
          ['PROPOSE', 'TAKE'],
          ['ACCEPT', 'PROPOSE'],
          ['SCHEDULE', 'ACCEPT'],
          ['DELIVER', 'SCHEDULE'],
          ['EVALUATE', 'DELIVER'],
        ] as const) {
          const first = acts.indexOf(RequestAct[later]);
          if (first >= 0) expect(acts.slice(0, first)).toContain(earlier);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a request is accepted once at most, and never withdrawn after', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const acts = walk(history).map(({ act }) => act);
        expect(acts.filter((act) => act === 'ACCEPT').length).toBeLessThanOrEqual(1);
        const accepted = acts.indexOf(RequestAct.ACCEPT);
        if (accepted >= 0) expect(acts.slice(accepted)).not.toContain('WITHDRAW');
      }),
      { numRuns: 500 },
    );
  });
});
