import type { RequestNews, RequestTurn } from '#notices';
import { RequestAct, RequestStage } from '../request/request.enums.js';
import { type Party, TURNS } from '../request/request.rules.js';

/** Those whom a request concerns. */
export type Side = Exclude<Party, 'clock'>;

/** Who hears of an act, besides whoever did it. */
export interface Telling {
  /** What is asked of the first of the sides; null: nothing is. */
  turn: RequestTurn | null;
  asked: readonly Side[];
  news: RequestNews | null;
  told: readonly Side[];
}

const SILENCE: Telling = { turn: null, asked: [], news: null, told: [] };

/** Those who join are told when it touches them: what they may get, and that nothing comes of it. */
const TELLINGS: Partial<Record<RequestAct, Partial<Telling>>> = {
  [RequestAct.SUBMIT]: { asked: ['academy'] },
  [RequestAct.TAKE]: { news: 'TAKE', told: ['requester'] },
  [RequestAct.PROPOSE]: { asked: ['requester'], news: 'PROPOSE', told: ['supporter'] },
  [RequestAct.RETURN]: { asked: ['academy'] },
  [RequestAct.ACCEPT]: { asked: ['academy'], news: 'ACCEPT', told: ['supporter'] },
  [RequestAct.DECLINE]: { news: 'DECLINE', told: ['requester', 'supporter'] },
  [RequestAct.MERGE]: { news: 'MERGE', told: ['requester', 'supporter'] },
  [RequestAct.WITHDRAW]: { news: 'WITHDRAW', told: ['academy', 'supporter'] },
  [RequestAct.SCHEDULE]: { news: 'SCHEDULE', told: ['requester', 'supporter'] },
  [RequestAct.DELIVER]: { asked: ['requester', 'supporter'] },
  [RequestAct.EVALUATE]: { news: 'EVALUATE', told: ['academy'] },
};

/** `stage`: where the act has led. */
export function tellingOf(act: RequestAct, stage: RequestStage): Telling {
  // The other request, which goes on.
  if (act === RequestAct.MERGE && stage !== RequestStage.MERGED) {
    return { ...SILENCE, news: 'JOINED', told: ['requester'] };
  }
  const telling = TELLINGS[act];
  if (!telling) return SILENCE;
  const turn = telling.asked ? ((TURNS[stage]?.act as RequestTurn | undefined) ?? null) : null;
  return { ...SILENCE, ...telling, turn };
}
