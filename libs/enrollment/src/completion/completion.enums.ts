import { registerEnumType } from '@nestjs/graphql';

export enum Completion {
  COMPLETED = 'COMPLETED',
  NOT_COMPLETED = 'NOT_COMPLETED',
}

registerEnumType(Completion, {
  name: 'Completion',
  description: 'How a person’s training ended. Expect values to be added.',
  valuesMap: {
    COMPLETED: { description: 'Did all that was asked.' },
    NOT_COMPLETED: { description: 'Did not come, left, or did not do what was asked.' },
  },
});
