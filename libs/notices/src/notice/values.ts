import { NoticeKind } from './notice-kind.js';

/** One text in several languages, by locale; the receiver reads the nearest. */
export interface Texts {
  texts: Record<string, string>;
}

/** A moment, told by the clocks of this IANA time zone. */
export interface Moment {
  at: Date | string;
  timeZone: string;
}

/** What a sentence may hold. Null: not there; the sentence does without. */
export type NoticeValue = string | number | Texts | Moment | null;

interface AboutCourse {
  course: Texts;
  /** Who teaches; signs the message. */
  provider: Texts;
  /** Beginning of the first session. */
  startsAt: Moment;
}

interface AboutDuty {
  /** What would satisfy; of several, one. */
  course: Texts;
  office: Texts;
  /** Whose rule it is; signs the message. */
  provider: Texts;
  /** ISO day. */
  dueOn: string;
}

interface AboutRequest {
  /** What people call it. */
  number: string;
  title: string;
  /** Who acted, or teaches; signs the message. */
  provider: Texts;
}

/** What whoever is next can do. */
export type RequestTurn = 'TAKE' | 'ACCEPT' | 'PROPOSE' | 'SCHEDULE' | 'EVALUATE';

/** What was done. JOINED: another request goes on in this one. */
export type RequestNews =
  | 'TAKE'
  | 'PROPOSE'
  | 'ACCEPT'
  | 'DECLINE'
  | 'MERGE'
  | 'JOINED'
  | 'WITHDRAW'
  | 'SCHEDULE'
  | 'EVALUATE';

export type WhyReleased =
  | 'CANCELLED_BY_PERSON'
  | 'CANCELLED_BY_PROVIDER'
  | 'APPROVAL_DECLINED'
  | 'OFFERING_CANCELLED'
  | 'SUBSTITUTED'
  | 'NOMINATION_WITHDRAWN';

/** How a training ended; TAKEN_BACK: what was recorded no longer counts. */
type Outcome = 'COMPLETED' | 'NOT_COMPLETED' | 'TAKEN_BACK';

/** What each kind of notice tells. */
export interface ValuesOf {
  [NoticeKind.SEAT_CONFIRMED]: AboutCourse & { sessions: number; place: string | null };
  /** `ahead`: people before them in the queue; null: not known. */
  [NoticeKind.WAITLISTED]: AboutCourse & { ahead: number | null };
  /** `until`: when the seat goes to the next. */
  [NoticeKind.SEAT_OFFERED]: AboutCourse & { until: Moment };
  [NoticeKind.SEAT_OFFER_ENDED]: AboutCourse;
  /** `note`: what the one who decided wrote; null: nothing. */
  [NoticeKind.PLACE_RELEASED]: AboutCourse & { reason: WhyReleased; note: string | null };
  /** `people`: how many ask. */
  [NoticeKind.APPROVAL_REQUESTED]: AboutCourse & { people: number };
  [NoticeKind.REMINDER]: AboutCourse & { sessions: number; place: string | null };
  /** `person`: the name of who does not come. */
  [NoticeKind.NOMINEE_WITHDREW]: AboutCourse & { person: string };
  /** `note`: why, as the provider wrote it; null: nothing. */
  [NoticeKind.COMPLETION_RECORDED]: AboutCourse & { outcome: Outcome; note: string | null };
  [NoticeKind.TRAINING_DUE]: AboutDuty;
  [NoticeKind.TRAINING_LATE]: AboutDuty;
  /** `…Names`: a line each, the first ten; null: nobody. `…More`: how many besides. */
  [NoticeKind.TRAINING_DIGEST]: {
    provider: Texts;
    late: number;
    lateNames: string | null;
    lateMore: number;
    soon: number;
    soonNames: string | null;
    soonMore: number;
  };
  /** `note`: what who acted before wrote; null: nothing. */
  [NoticeKind.PROGRAM_REQUEST_TURN]: AboutRequest & { turn: RequestTurn; note: string | null };
  /** `into`: number of the request it goes on in; null: in none. */
  [NoticeKind.PROGRAM_REQUEST_NEWS]: AboutRequest & { news: RequestNews; note: string | null; into: string | null };
  [NoticeKind.PROGRAM_REQUEST_REPLY]: AboutRequest & { note: string };
  /** `person`: the name of who is named no more; `note`: why. */
  [NoticeKind.NOMINATION_WITHDRAWN]: AboutCourse & { person: string; note: string | null };
}

export function isTexts(value: NoticeValue): value is Texts {
  return typeof value === 'object' && value !== null && 'texts' in value;
}
