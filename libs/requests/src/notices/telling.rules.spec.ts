import { RequestAct, RequestStage } from '../request/request.enums.js';
import { MOVES, type Party, stageAfter } from '../request/request.rules.js';
import { tellingOf } from './telling.rules.js';

/** Every act of a request’s life, with each stage it leads to. */
const steps = Object.values(RequestAct).flatMap((act) =>
  (Object.keys(MOVES[act]) as Party[]).flatMap((party) =>
    Object.values(RequestStage)
      .map((stage) => stageAfter(act, party, stage))
      .filter((stage) => stage !== null)
      .map((stage) => ({ act, stage })),
  ),
);

describe('what is told of an act', () => {
  it('asks the side whose turn it is, and tells nobody else that it is theirs', () => {
    const asked = steps
      .map(({ act, stage }) => ({ act, ...tellingOf(act, stage) }))
      .filter(({ turn }) => turn !== null)
      .map(({ act, turn, asked: sides }) => `${act}: ${sides.join(', ')} to ${turn}`);

    expect([...new Set(asked)]).toEqual([
      'SUBMIT: academy to TAKE',
      'PROPOSE: requester to ACCEPT',
      'ACCEPT: academy to SCHEDULE',
      'RETURN: academy to PROPOSE',
      'DELIVER: requester, supporter to EVALUATE',
    ]);
  });

  it.each([RequestAct.DRAFT, RequestAct.REVISE, RequestAct.SUPPORT, RequestAct.WITHDRAW_SUPPORT])(
    'is nothing for %s, which changes nobody’s turn',
    (act) => {
      expect(tellingOf(act, RequestStage.SUBMITTED)).toEqual({ turn: null, asked: [], news: null, told: [] });
    },
  );

  it('differs for the request that goes on and the one that goes on in it', () => {
    expect(tellingOf(RequestAct.MERGE, RequestStage.MERGED).news).toBe('MERGE');
    expect(tellingOf(RequestAct.MERGE, RequestStage.IN_TRIAGE)).toMatchObject({ news: 'JOINED', told: ['requester'] });
  });
});
