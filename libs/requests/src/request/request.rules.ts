import { RequestAct, RequestStage } from './request.enums.js';

const { DRAFT, SUBMITTED, IN_TRIAGE, PROPOSED, RETURNED, ACCEPTED, SCHEDULED, DELIVERED, EVALUATED } = RequestStage;
const { DECLINED, WITHDRAWN, MERGED } = RequestStage;

/** Who acts: those who ask, others who join them, those who answer, or time itself. */
export type Party = 'requester' | 'supporter' | 'academy' | 'clock';

/** From which stage an act leads where; a stage that is not named does not allow it. */
type Moves = Partial<Record<RequestStage, RequestStage>>;

/** The whole life of a request: who may do what in which stage, and what is next. */
export const MOVES: Record<RequestAct, Partial<Record<Party, Moves>>> = {
  [RequestAct.DRAFT]: {},
  [RequestAct.REVISE]: { requester: stays(DRAFT) },
  [RequestAct.SUBMIT]: { requester: { [DRAFT]: SUBMITTED } },
  [RequestAct.SUPPORT]: { supporter: stays(SUBMITTED, IN_TRIAGE, PROPOSED, RETURNED) },
  [RequestAct.WITHDRAW_SUPPORT]: { supporter: stays(SUBMITTED, IN_TRIAGE, PROPOSED, RETURNED) },
  [RequestAct.TAKE]: { academy: { [SUBMITTED]: IN_TRIAGE } },
  [RequestAct.DECLINE]: { academy: to(DECLINED, SUBMITTED, IN_TRIAGE, RETURNED) },
  [RequestAct.MERGE]: { academy: to(MERGED, SUBMITTED, IN_TRIAGE) },
  [RequestAct.PROPOSE]: { academy: to(PROPOSED, IN_TRIAGE, PROPOSED, RETURNED) },
  [RequestAct.ACCEPT]: { requester: { [PROPOSED]: ACCEPTED } },
  [RequestAct.RETURN]: { requester: { [PROPOSED]: RETURNED } },
  [RequestAct.SCHEDULE]: { academy: to(SCHEDULED, ACCEPTED, SCHEDULED) },
  [RequestAct.DELIVER]: { clock: { [SCHEDULED]: DELIVERED } },
  [RequestAct.EVALUATE]: { requester: { [DELIVERED]: EVALUATED }, supporter: stays(DELIVERED, EVALUATED) },
  [RequestAct.WITHDRAW]: { requester: to(WITHDRAWN, DRAFT, SUBMITTED, IN_TRIAGE, PROPOSED, RETURNED) },
};

/** Whose turn it is in a stage, and to do what; a stage that is not named waits for nobody. */
export const TURNS: Partial<Record<RequestStage, { party: Party; act: RequestAct }>> = {
  [DRAFT]: { party: 'requester', act: RequestAct.SUBMIT },
  [SUBMITTED]: { party: 'academy', act: RequestAct.TAKE },
  [IN_TRIAGE]: { party: 'academy', act: RequestAct.PROPOSE },
  [PROPOSED]: { party: 'requester', act: RequestAct.ACCEPT },
  [RETURNED]: { party: 'academy', act: RequestAct.PROPOSE },
  [ACCEPTED]: { party: 'academy', act: RequestAct.SCHEDULE },
  [SCHEDULED]: { party: 'academy', act: RequestAct.DELIVER },
  [DELIVERED]: { party: 'requester', act: RequestAct.EVALUATE },
};

/** Need that is not met yet: what `trainingDemand` sums. */
export const OPEN: readonly RequestStage[] = [SUBMITTED, IN_TRIAGE, PROPOSED, RETURNED, ACCEPTED, SCHEDULED];

/** Where others may still join, so also where another request may be merged into. */
export const JOINABLE: readonly RequestStage[] = [SUBMITTED, IN_TRIAGE, PROPOSED, RETURNED];

/** The stage an act leads to; null: not in this stage, or not for this party. */
export function stageAfter(act: RequestAct, party: Party, stage: RequestStage): RequestStage | null {
  return MOVES[act][party]?.[stage] ?? null;
}

/** What these parties may do in this stage, in the order of a request’s life. */
export function actsOpenTo(parties: readonly Party[], stage: RequestStage): RequestAct[] {
  return Object.values(RequestAct).filter((act) => parties.some((party) => stageAfter(act, party, stage)));
}

/** Stages in which it is the turn of this party. */
export function stagesOfTurn(party: Party): RequestStage[] {
  return Object.values(RequestStage).filter((stage) => TURNS[stage]?.party === party);
}

function to(next: RequestStage, ...from: RequestStage[]): Moves {
  return Object.fromEntries(from.map((stage) => [stage, next]));
}

function stays(...stages: RequestStage[]): Moves {
  return Object.fromEntries(stages.map((stage) => [stage, stage]));
}
