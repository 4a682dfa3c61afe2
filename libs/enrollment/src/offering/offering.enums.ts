import { registerEnumType } from '@nestjs/graphql';

export enum OfferingStatus {
  TENTATIVE = 'TENTATIVE',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  RUNNING = 'RUNNING',
  FINISHED = 'FINISHED',
  CANCELLED = 'CANCELLED',
}

export enum DeliveryMode {
  ON_SITE = 'ON_SITE',
  ONLINE = 'ONLINE',
  BLENDED = 'BLENDED',
  RESIDENTIAL = 'RESIDENTIAL',
}

registerEnumType(OfferingStatus, {
  name: 'OfferingStatus',
  description: 'Where an offering stands. Expect values to be added.',
  valuesMap: {
    TENTATIVE: { description: 'Planned; nobody can enroll yet.' },
    OPEN: { description: 'People enroll, within the enrollment window.' },
    CLOSED: { description: 'Nobody enrolls any more; the queue does not move.' },
    RUNNING: { description: 'The first session has begun.' },
    FINISHED: { description: 'The last session is over.' },
    CANCELLED: { description: 'Will not take place; every place was released.' },
  },
});

registerEnumType(DeliveryMode, {
  name: 'DeliveryMode',
  description: 'How an offering is taught. Expect values to be added.',
  valuesMap: {
    ON_SITE: { description: 'In a room.' },
    ONLINE: { description: 'Over the network.' },
    BLENDED: { description: 'Partly in a room, partly over the network.' },
    RESIDENTIAL: { description: 'People stay where they are taught, for example in a sanatorium.' },
  },
});
