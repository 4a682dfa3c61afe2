import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, Locale } from '#platform';

@ObjectType({ description: 'Training that is asked for and not yet given, summed.' })
export class TrainingDemand {
  /** Null: not grouped by it, or the requests name none. */
  sectorCode!: string | null;
  roleCode!: string | null;
  countryCode!: string | null;
  subdivisionCode!: string | null;

  @Field(() => Locale, { nullable: true, description: 'Language of teaching; null: not grouped by it.' })
  language!: string | null;

  @Field(() => Int, { description: 'Requests, from 1.' })
  requests!: number;

  @Field(() => Int, { description: 'People of those who ask.' })
  peopleWanted!: number;

  @Field(() => Int, { description: 'People of those who joined, beside the people wanted.' })
  peopleSupported!: number;
}

export const TrainingDemandConnection = connectionOf('TrainingDemand', () => TrainingDemand);
