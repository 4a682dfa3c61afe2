import { registerEnumType } from '@nestjs/graphql';

export enum RequestStage {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  IN_TRIAGE = 'IN_TRIAGE',
  PROPOSED = 'PROPOSED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
  SCHEDULED = 'SCHEDULED',
  DELIVERED = 'DELIVERED',
  EVALUATED = 'EVALUATED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  MERGED = 'MERGED',
}

export enum RequestAct {
  DRAFT = 'DRAFT',
  REVISE = 'REVISE',
  SUBMIT = 'SUBMIT',
  SUPPORT = 'SUPPORT',
  WITHDRAW_SUPPORT = 'WITHDRAW_SUPPORT',
  TAKE = 'TAKE',
  DECLINE = 'DECLINE',
  MERGE = 'MERGE',
  PROPOSE = 'PROPOSE',
  ACCEPT = 'ACCEPT',
  RETURN = 'RETURN',
  SCHEDULE = 'SCHEDULE',
  DELIVER = 'DELIVER',
  EVALUATE = 'EVALUATE',
  WITHDRAW = 'WITHDRAW',
}

registerEnumType(RequestStage, {
  name: 'ProgramRequestStage',
  description: 'How far a program request has come. Expect values to be added.',
  valuesMap: {
    DRAFT: { description: 'Being written; its own organization alone sees it.' },
    SUBMITTED: { description: 'Waits for an academy to take it.' },
    IN_TRIAGE: { description: 'An academy works on an answer.' },
    PROPOSED: { description: 'A proposal waits for those who asked.' },
    RETURNED: { description: 'The proposal went back with a comment; the academy revises it.' },
    ACCEPTED: { description: 'The proposal was accepted; its courses are being prepared.' },
    SCHEDULED: { description: 'Offerings are on the calendar.' },
    DELIVERED: { description: 'All its offerings are over; those who asked say what came of it.' },
    EVALUATED: { description: 'Closed: the organization that asked has evaluated it.' },
    DECLINED: { description: 'Closed: the academy declined, with a reason.' },
    WITHDRAWN: { description: 'Closed: whoever asked no longer asks.' },
    MERGED: { description: 'Closed: goes on as part of another request.' },
  },
});

registerEnumType(RequestAct, {
  name: 'ProgramRequestAct',
  description: 'What somebody can do with a program request. Expect values to be added.',
  valuesMap: {
    DRAFT: { description: 'Begin to write it.' },
    REVISE: { description: 'Change the draft.' },
    SUBMIT: { description: 'Hand it in.' },
    SUPPORT: { description: 'Join with numbers of one’s own, or change them.' },
    WITHDRAW_SUPPORT: { description: 'Support it no longer.' },
    TAKE: { description: 'Take it to work out an answer.' },
    DECLINE: { description: 'Say no, with a reason.' },
    MERGE: { description: 'Make it part of another request.' },
    PROPOSE: { description: 'Propose a program, or revise the proposal.' },
    ACCEPT: { description: 'Accept the proposal.' },
    RETURN: { description: 'Give the proposal back with a comment.' },
    SCHEDULE: { description: 'Tie offerings to it.' },
    DELIVER: { description: 'Teach; done by itself when all its offerings are over.' },
    EVALUATE: { description: 'Say what came of it.' },
    WITHDRAW: { description: 'Ask no longer.' },
  },
});
