import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';

export enum NeedPart {
  OUTCOMES = 'OUTCOMES',
  LANGUAGES = 'LANGUAGES',
  PERIOD = 'PERIOD',
  PEOPLE = 'PEOPLE',
}

registerEnumType(NeedPart, {
  name: 'ProgramNeedPart',
  description: 'A part of a need without which nobody can answer it. Expect values to be added.',
  valuesMap: {
    OUTCOMES: { description: 'What people must be able to do afterwards.' },
    LANGUAGES: { description: 'Languages it should be taught in.' },
    PERIOD: { description: 'First and last day.' },
    PEOPLE: { description: 'How many people, where.' },
  },
});

@ObjectType({ implements: () => UserError, description: 'A part is missing without which nobody can answer.' })
export class NeedIncomplete extends Reason {
  @Field(() => NeedPart, { description: 'What is missing.' })
  readonly part: NeedPart;

  constructor(part: NeedPart, field: string) {
    super('requests.need-incomplete', ['need', field]);
    this.part = part;
  }
}

@ObjectType({ implements: () => UserError, description: 'The period ends before it begins.' })
export class NeedPeriodEndsBeforeStart extends Reason {
  constructor(path: string[] = ['need', 'periodTo']) {
    super('requests.period-ends-before-start', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'A place comes more than once.' })
export class PlaceRepeated extends Reason {
  @Field(() => String, { description: 'Code of the region, or of the country where no region was given.' })
  readonly code: string;

  constructor(code: string, path: string[]) {
    super('requests.place-repeated', path);
    this.code = code;
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such academy.' })
export class AcademyNotFound extends Reason {
  constructor(path: string[]) {
    super('requests.academy-not-found', path);
  }
}
